package kelvin.ui.generation;

import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kelvin.ui.control.Numbers;
import kelvin.ui.control.command.Shortcut;
import kelvin.ui.plot.StepSeries;

/// Layout and bindings of the strip at the bottom: the playback buttons, the generated tokens and
/// their numbers.
public final class GenerationView extends VBox {

  private static final double SERIES_WINDOW_HEIGHT = 680;

  private final GenerationViewModel viewModel;
  private final ListView<Step> chips = new ListView<>();

  public GenerationView(GenerationViewModel viewModel) {
    this.viewModel = viewModel;
    getStyleClass().addAll("card", "card-content", "generation-view");
    var strip = new StackPane(chips(), emptyNote());
    HBox.setHgrow(strip, Priority.ALWAYS);
    var count = new Label();
    count.setId("step-count");
    count.getStyleClass().add("quiet");
    count.setMinWidth(Region.USE_PREF_SIZE);
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::countText, viewModel.steps(), viewModel.noteProperty()));
    var row = new HBox(transport(), strip, count);
    row.getStyleClass().add("generation-row");
    row.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(row, series());
  }

  private HBox transport() {
    var back = button("back", "icon-back", "", Shortcut.BACK.in("Takes the last token back."));
    back.disableProperty().bind(viewModel.canGoBack().not());
    back.setOnAction(_ -> viewModel.back());
    back.setAccessibleText("Back");
    var step =
        button("step", "icon-step", "Step", Shortcut.STEP.in("Draws one token and appends it."));
    step.getStyleClass().add("primary");
    step.disableProperty().bind(viewModel.canStep().not());
    step.setOnAction(_ -> viewModel.step());
    var play =
        button(
            "play",
            "icon-play",
            "Play",
            Shortcut.PLAY.in("Draws token after token until the text or the context ends."));
    play.disableProperty().bind(viewModel.canStep().not());
    play.setOnAction(_ -> viewModel.play());
    var stop = button("stop", "icon-stop", "", Shortcut.STOP.in("Stops playing."));
    stop.disableProperty().bind(viewModel.playingProperty().not());
    stop.setOnAction(_ -> viewModel.stop());
    stop.setAccessibleText("Stop");
    var transport = new HBox(back, step, play, stop);
    transport.getStyleClass().add("transport");
    transport.setAlignment(Pos.CENTER_LEFT);
    transport.setMinWidth(Region.USE_PREF_SIZE);
    return transport;
  }

  private static Button button(String id, String icon, String text, String lesson) {
    var shape = new Region();
    shape.getStyleClass().addAll("icon", icon);
    var button = new Button(text, shape);
    button.setId(id);
    button.getStyleClass().add("transport-button");
    button.setTooltip(new Tooltip(lesson));
    return button;
  }

  private ListView<Step> chips() {
    chips.setId("steps");
    chips.setItems(viewModel.steps());
    chips.setOrientation(Orientation.HORIZONTAL);
    chips.getStyleClass().add("chips");
    chips.setCellFactory(_ -> new StepCell(viewModel));
    chips.setAccessibleText("Generated tokens");
    chips.setTooltip(
        new Tooltip(
            "Click a token, or walk with ← and →, to see the distribution it was drawn from."
                + "\nShift selects a run and multiplies its probabilities by the chain rule."));
    chips.addEventFilter(KeyEvent.KEY_PRESSED, this::extendRun);
    var selection = chips.getSelectionModel();
    selection
        .selectedIndexProperty()
        .subscribe(index -> viewModel.selectedProperty().set(index.intValue()));
    viewModel
        .selectedProperty()
        .subscribe(
            index -> {
              if (index.intValue() < 0) {
                selection.clearSelection();
              } else {
                selection.select(index.intValue());
              }
            });
    viewModel
        .steps()
        .subscribe(
            () -> {
              if (!viewModel.steps().isEmpty()) {
                chips.scrollTo(viewModel.steps().size() - 1);
              }
            });
    chips.visibleProperty().bind(Bindings.isNotEmpty(viewModel.steps()));
    return chips;
  }

  private void extendRun(KeyEvent event) {
    boolean sideways = event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT;
    if (event.isShiftDown() && sideways) {
      viewModel.extendRun(event.getCode() == KeyCode.LEFT ? -1 : 1);
      event.consume();
    }
  }

  private Label emptyNote() {
    var note =
        new Label("Step draws the next token; a double click on a bar takes that one instead.");
    note.getStyleClass().add("quiet");
    note.visibleProperty().bind(Bindings.isEmpty(viewModel.steps()));
    StackPane.setAlignment(note, Pos.CENTER_LEFT);
    return note;
  }

  private String countText() {
    int count = viewModel.steps().size();
    var steps = count == 1 ? "1 step" : Numbers.count(count) + " steps";
    var note = viewModel.noteProperty().get();
    return note.isEmpty() ? (count == 0 ? "" : steps) : steps + "  ·  " + note;
  }

  private StepSeries series() {
    var series = new StepSeries();
    series.setId("series");
    series
        .pointsProperty()
        .bind(
            Bindings.createObjectBinding(
                () ->
                    viewModel.steps().stream()
                        .map(
                            step ->
                                new StepSeries.Point(
                                    Numbers.bits(step.numbers().surprisal()),
                                    Numbers.bits(step.numbers().entropy())))
                        .toList(),
                viewModel.steps()));
    series.selectedProperty().bind(viewModel.selectedProperty());
    series.visibleProperty().bind(Bindings.isNotEmpty(viewModel.steps()));
    // In a low window the distribution needs the room more.
    sceneProperty()
        .flatMap(Scene::heightProperty)
        .map(height -> height.doubleValue() >= SERIES_WINDOW_HEIGHT)
        .orElse(true)
        .subscribe(series::setManaged);
    return series;
  }
}
