package kelvin.ui.generation;

import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import kelvin.display.PlaySpeed;
import kelvin.ui.compose.MarkedField;
import kelvin.ui.control.ChoiceWords;

/// The settings of playing: its speed, and what ends it.
final class PlaybackView extends HBox {

  private static final int MAX_DIGITS = 5;

  private final GenerationViewModel viewModel;

  PlaybackView(GenerationViewModel viewModel) {
    this.viewModel = viewModel;
    getStyleClass().add("playback");
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(0);
    getChildren()
        .addAll(
            speed(),
            word("stop after"),
            count(),
            word("tokens, text"),
            stopText(),
            word("or"),
            endOfText());
  }

  private void change(UnaryOperator<Playback> change) {
    viewModel.playbackProperty().set(change.apply(viewModel.playbackProperty().get()));
  }

  private ChoiceBox<PlaySpeed> speed() {
    var box = new ChoiceBox<PlaySpeed>();
    box.setId("play-speed");
    box.getStyleClass().add("lab-choice");
    box.setPrefWidth(112);
    box.setMinWidth(Region.USE_PREF_SIZE);
    box.getItems().setAll(PlaySpeed.ALL);
    box.setConverter(new ChoiceWords<>(PlaySpeed::title));
    teach(box, "Speed", "The number of tokens a second while playing.");
    viewModel.playbackProperty().subscribe(now -> box.setValue(now.speed()));
    box.valueProperty().subscribe((_, now) -> change(playback -> playback.withSpeed(now)));
    return box;
  }

  private TextField count() {
    var field = new TextField();
    field.setId("play-count");
    field.getStyleClass().add("small-field");
    field.setPrefColumnCount(3);
    field.setPromptText("any");
    field.setTextFormatter(new TextFormatter<>(PlaybackView::onlyDigits));
    teach(
        field,
        "Number of tokens",
        "The number of tokens after which playing stops. Empty: no such limit.");
    field
        .textProperty()
        .subscribe(
            (_, now) ->
                change(
                    playback -> playback.withMaxTokens(now.isEmpty() ? 0 : Integer.parseInt(now))));
    viewModel
        .playbackProperty()
        .subscribe(
            now -> {
              int shown = field.getText().isEmpty() ? 0 : Integer.parseInt(field.getText());
              if (shown != now.maxTokens()) {
                field.setText(now.maxTokens() == 0 ? "" : Integer.toString(now.maxTokens()));
              }
            });
    return field;
  }

  private static TextFormatter.Change onlyDigits(TextFormatter.Change change) {
    if (change.isContentChange()) {
      var digits = change.getText().replaceAll("[^0-9]", "");
      int others =
          change.getControlText().length() - (change.getRangeEnd() - change.getRangeStart());
      int length = Math.min(digits.length(), Math.max(0, MAX_DIGITS - others));
      int end = change.getRangeStart() + length;
      change.setText(digits.substring(0, length));
      change.selectRange(end, end);
    }
    return change;
  }

  private MarkedField stopText() {
    var field =
        new MarkedField(
            "The text that stops playing once it was drawn, such as a line break (Shift+Enter)."
                + " Empty: no such text.");
    field.setId("play-stop-text");
    field.getStyleClass().add("marked-field");
    field.setPromptText("none");
    field.valueProperty().subscribe((_, now) -> change(playback -> playback.withStopText(now)));
    viewModel.playbackProperty().subscribe(now -> field.valueProperty().set(now.stopText()));
    return field;
  }

  private CheckBox endOfText() {
    var box = new CheckBox("end of text");
    box.setId("play-end-of-text");
    teach(
        box,
        "Stop at the end of text",
        "Stops playing at a token that ends a text. Otherwise the model goes on after it.");
    box.selectedProperty()
        .subscribe((_, now) -> change(playback -> playback.withStopsAtEndOfText(now)));
    viewModel.playbackProperty().subscribe(now -> box.setSelected(now.stopsAtEndOfText()));
    box.setMinWidth(Region.USE_PREF_SIZE);
    return box;
  }

  private static void teach(Control control, String name, String lesson) {
    control.setAccessibleText(name);
    var tooltip = new Tooltip(lesson);
    tooltip.getStyleClass().add("lesson");
    control.setTooltip(tooltip);
  }

  private static Label word(String text) {
    var label = new Label(text);
    label.getStyleClass().add("quiet");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }
}
