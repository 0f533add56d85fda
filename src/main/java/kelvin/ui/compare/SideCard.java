package kelvin.ui.compare;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.display.Compared;
import kelvin.ui.compare.model.OtherModelLine;
import kelvin.ui.compare.model.SideModelMenu;

/// The prompt of a side with its editor and what can be done with it.
final class SideCard extends BorderPane {

  private final String id;

  /// @param name `A` or `B`
  SideCard(String name, SideViewModel side, CompareViewModel compare) {
    id = SideName.id(name);
    getStyleClass().addAll("card", "card-content", "compare-side");
    setMinWidth(0);
    setPrefWidth(1);
    HBox.setHgrow(this, Priority.ALWAYS);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var model =
        new SideModelMenu(
            name,
            compare.models(),
            side.model(),
            place -> compare.choose(side, place),
            () -> compare.comparedProperty().set(Compared.EXPORTS));
    model.setId(id + "-model");
    var head =
        new HBox(
            new SideName(name), model, space, same(side.followsPromptProperty(), id + "-same"));
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);
    var line = new OtherModelLine(id, side.model(), () -> compare.choose(side, Optional.empty()));
    var text = new SideText(side.textProperty(), side.followsPromptProperty());
    text.setId(id + "-text");
    text.setAccessibleText("Prompt of side " + name);
    text.setTooltip(
        new Tooltip(
            "The prompt of side "
                + name
                + ". While it is the playground’s, an edit here makes it the side’s own and leaves"
                + " the playground as it is."));
    BorderPane.setMargin(text, new Insets(6, 0, 6, 0));
    // The text comes first in the order of the Tab key.
    setCenter(text);
    setTop(new VBox(head, line));
    setBottom(actions(SideAction.of(name, side, compare)));
  }

  /// The switch that leads back to the playground's prompt or sampling.
  static CheckBox same(BooleanProperty follows, String id) {
    var same = new CheckBox("Same as the playground");
    same.setId(id);
    same.getStyleClass().add("quiet");
    same.setMinWidth(Region.USE_PREF_SIZE);
    same.setTooltip(
        new Tooltip(
            "Follows the playground. A change here switches it off; switched on, it takes the"
                + " playground’s again, and undo brings back your own."));
    same.selectedProperty().bindBidirectional(follows);
    return same;
  }

  /// In a narrow window the last one goes below the others.
  private FlowPane actions(List<SideAction> actions) {
    var buttons = new FlowPane();
    buttons.getStyleClass().add("compare-commands");
    actions.stream().map(this::button).forEach(buttons.getChildren()::add);
    return buttons;
  }

  private Button button(SideAction action) {
    var button = new Button(action.title());
    button.setId(id + "-" + action.label());
    button.getStyleClass().add("quiet-button");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setTooltip(new Tooltip(action.lesson()));
    button.setOnAction(_ -> action.action().run());
    action.offered().ifPresent(offered -> button.disableProperty().bind(Bindings.not(offered)));
    return button;
  }
}
