package kelvin.ui.generation;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.ui.control.FoldedPane;
import kelvin.ui.control.Numbers;
import kelvin.ui.control.command.Shortcut;

/// Layout and bindings of the strip at the bottom: the playback buttons, their settings, the place
/// that is looked at, and the timeline of the generated tokens.
public final class GenerationView extends VBox {

  /// Below this width the settings are behind a button.
  private static final double ROOM = 680;

  /// Below this height of the page, a timeline would leave the bars a row or two.
  private static final double TIMELINE_ROOM = 360;

  private final GenerationViewModel viewModel;

  /// The timeline and what stands beside it.
  private final HBox lower = new HBox(12);

  public GenerationView(GenerationViewModel viewModel) {
    this.viewModel = viewModel;
    getStyleClass().addAll("card", "card-content", "generation-view");
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var settings =
        new FoldedPane(
            new PlaybackView(viewModel),
            widthProperty().map(width -> width.doubleValue() == 0 || width.doubleValue() >= ROOM),
            "The speed of playing, and what ends it.");
    var row = new HBox(Transport.withWords(viewModel), settings, space, place(), end());
    row.getStyleClass().add("generation-row");
    row.setAlignment(Pos.CENTER_LEFT);
    var timeline = new Timeline(viewModel);
    timeline.visibleProperty().bind(Bindings.isNotEmpty(viewModel.steps()));
    timeline.managedProperty().bind(timeline.visibleProperty());
    HBox.setHgrow(timeline, Priority.ALWAYS);
    lower.getChildren().add(timeline);
    getChildren().addAll(row, lower);
  }

  /// Folds the timeline while the page is too low for it: the bars need the room.
  ///
  /// @param pageHeight in pixels; 0 before the page is laid out
  public void follow(ObservableValue<Number> pageHeight) {
    lower
        .visibleProperty()
        .bind(
            pageHeight.map(
                height -> height.doubleValue() == 0 || height.doubleValue() >= TIMELINE_ROOM));
    lower.managedProperty().bind(lower.visibleProperty());
  }

  /// Sets what stands beside the timeline where there is room for both.
  public void setBeside(Node node) {
    lower.getChildren().add(node);
  }

  /// The place that is looked at, or the number of steps.
  private Label place() {
    var place = new Label();
    place.setId("step-count");
    place.getStyleClass().add("quiet");
    place.setMinWidth(0);
    place
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::placeText,
                viewModel.steps(),
                viewModel.noteProperty(),
                viewModel.lookedAtProperty()));
    return place;
  }

  /// Keeps its room while it is not there, so that nothing moves.
  private Button end() {
    var end = new Button("To the end");
    end.setId("return-to-end");
    end.getStyleClass().add("transport-button");
    end.setMinWidth(Region.USE_PREF_SIZE);
    end.setTooltip(
        new Tooltip(Shortcut.RETURN_TO_END.in("Shows the distribution of the next token again.")));
    end.visibleProperty().bind(viewModel.lookedAtProperty().map(Optional::isPresent));
    end.setOnAction(_ -> viewModel.returnToEnd());
    return end;
  }

  private String placeText() {
    var looked = viewModel.lookedAtProperty().get();
    var place =
        looked
            .map(
                at ->
                    "Token %s of %s"
                        .formatted(Numbers.count(at.position() + 1), Numbers.count(at.count())))
            .orElseGet(this::countText);
    var note = viewModel.noteProperty().get();
    // The reason for the end of a text says nothing about a token before it.
    boolean isEnd = looked.map(at -> at.position() + 1 == at.count()).orElse(true);
    return note.isEmpty() || !isEnd ? place : place + "  ·  " + note;
  }

  private String countText() {
    int count = viewModel.steps().size();
    var steps = count == 1 ? "1 token drawn" : Numbers.count(count) + " tokens drawn";
    return count == 0 && viewModel.noteProperty().get().isEmpty() ? "" : steps;
  }
}
