package kelvin.ui.compare;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kelvin.display.Compared;
import kelvin.display.DifferenceOf;
import kelvin.display.NoDifference;
import kelvin.ui.control.ChoiceSwitch;
import kelvin.ui.control.ChoiceSwitch.Segment;
import kelvin.ui.plot.bars.DifferenceBars;

/// The difference of the next token from A to B.
final class DifferenceCard extends VBox {

  DifferenceCard(CompareViewModel compare) {
    getStyleClass().addAll("card", "card-content");
    setMinHeight(140);
    var title = new Label("DIFFERENCE");
    title.getStyleClass().add("section-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    var about = new Label("from A to B");
    about.getStyleClass().add("faint");
    about.setMinWidth(0);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var head = new HBox(title, about, space, choice(compare));
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);
    var bars = new DifferenceBars();
    bars.setId("compare-difference");
    bars.pictureProperty().bind(compare.differenceProperty());
    bars.unitProperty().bind(compare.unit());
    var message = new Label(ChangeSentence.ONE_IS_EMPTY);
    message.setId("compare-no-side");
    message.getStyleClass().add("quiet");
    message.visibleProperty().bind(compare.oneIsEmpty());
    var picture = new StackPane(bars, message, further(compare));
    VBox.setVgrow(picture, Priority.ALWAYS);
    getChildren().addAll(head, picture);
  }

  /// Leads on where the next token is the same after two prompts: what follows it may differ.
  private static VBox further(CompareViewModel compare) {
    var hint = new Label("The next token is the same after both prompts. What follows may differ.");
    hint.getStyleClass().add("quiet");
    hint.setWrapText(true);
    var go = new Button("Compare whole answers");
    go.setId("compare-go-to-answers");
    go.getStyleClass().add("quiet-button");
    go.setTooltip(new Tooltip("Shows the answers up to a line end, with both probabilities."));
    go.setOnAction(_ -> compare.comparedProperty().set(Compared.ANSWERS));
    var further = new VBox(hint, go);
    further.setAlignment(Pos.CENTER);
    further.setPickOnBounds(false);
    further
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> isOnlyTheTokenTheSame(compare),
                compare.differenceProperty(),
                compare.a().textProperty(),
                compare.b().textProperty()));
    return further;
  }

  private static boolean isOnlyTheTokenTheSame(CompareViewModel compare) {
    var difference = compare.differenceProperty().get();
    return difference != null
        && NoDifference.is(difference.divergence().totalVariation())
        && !compare.a().textProperty().get().equals(compare.b().textProperty().get());
  }

  private static ChoiceSwitch<DifferenceOf> choice(CompareViewModel compare) {
    return new ChoiceSwitch<>(
        compare.differenceOfProperty(),
        List.of(
            segment(
                DifferenceOf.DRAWN,
                "as drawn",
                "Compares what each side draws from, after all its stages; a removed token has 0."),
            segment(
                DifferenceOf.SCALED,
                "before cuts",
                "Compares both sides at their temperatures, before any stage removes a token.")));
  }

  private static Segment<DifferenceOf> segment(DifferenceOf of, String text, String lesson) {
    return new Segment<>(of, "compare-difference-" + of.label(), text, lesson);
  }
}
