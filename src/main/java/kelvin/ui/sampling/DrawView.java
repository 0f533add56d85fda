package kelvin.ui.sampling;

import javafx.beans.property.LongProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.distribution.DrawMode;
import kelvin.ui.control.ChoiceWords;

/// The settings of the draw, and the token that comes next.
final class DrawView extends VBox {

  private static final String MANY =
      "Draws a thousand times with this seed and compares how often each token came"
          + "\nwith its final probability.";

  DrawView(SamplingViewModel viewModel) {
    getStyleClass().add("draw");
    var title = new Label("DRAW");
    title.getStyleClass().add("section-title");
    title.setMinWidth(USE_PREF_SIZE);
    var seed = new SeedField(viewModel.seedProperty());
    var seedLabel = new Label("seed");
    seedLabel.getStyleClass().add("faint");
    seedLabel.setMinWidth(USE_PREF_SIZE);
    seedLabel.setLabelFor(seed);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var head = new HBox(title, space, seedLabel, seed);
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);
    var sentence = new Label();
    sentence.setId("draw-sentence");
    sentence.getStyleClass().add("draw-sentence");
    sentence.setWrapText(true);
    // Two lines are reserved, so that nothing moves when a sentence is longer than the last one.
    var whole = new Tooltip();
    whole.textProperty().bind(viewModel.drawProperty());
    sentence.setTooltip(whole);
    sentence.textProperty().bind(viewModel.drawProperty());
    getChildren().addAll(head, mode(viewModel), sentence, many(viewModel));
  }

  private static ChoiceBox<DrawMode> mode(SamplingViewModel viewModel) {
    var mode = new ChoiceBox<DrawMode>();
    mode.setId("draw-mode");
    mode.getStyleClass().add("lab-choice");
    mode.getItems().addAll(DrawMode.values());
    mode.setConverter(new ChoiceWords<>(DrawMode::title));
    mode.valueProperty().bindBidirectional(viewModel.modeProperty());
    mode.setAccessibleText("How the next token is drawn");
    mode.setTooltip(
        new Tooltip(
            "Inverse CDF: the first rank whose cumulative probability exceeds u."
                + "\nGumbel-max: the greatest ln p + noise, which changes least while sliders move."
                + "\nGreedy: always the top token."));
    mode.setMaxWidth(Double.MAX_VALUE);
    return mode;
  }

  private static Button many(SamplingViewModel viewModel) {
    var many = new Button("Draw 1,000 times …");
    many.setId("draw-many");
    many.getStyleClass().addAll("quiet-button", "flush");
    many.setMinWidth(USE_PREF_SIZE);
    var lesson = new Tooltip();
    lesson
        .textProperty()
        .bind(viewModel.whyNoDrawProperty().map(reason -> reason.isEmpty() ? MANY : reason));
    many.setTooltip(lesson);
    many.setOnAction(_ -> new DrawTrialDialog(viewModel, many.getScene()).show());
    return many;
  }

  /// A text field for whole numbers; it keeps the last valid one while the input is invalid.
  private static final class SeedField extends TextField {
    SeedField(LongProperty seed) {
      super(Long.toString(seed.get()));
      setId("seed");
      setPrefColumnCount(4);
      setAlignment(Pos.CENTER_RIGHT);
      setAccessibleText("Seed of the draws");
      setTooltip(
          new Tooltip("The same seed, prompt and settings draw the same tokens, everywhere."));
      seed.subscribe(value -> setText(Long.toString(value.longValue())));
      setOnAction(_ -> commit(seed));
      focusedProperty()
          .subscribe(
              focused -> {
                if (!focused) {
                  commit(seed);
                }
              });
    }

    private void commit(LongProperty seed) {
      try {
        seed.set(Long.parseLong(getText().strip()));
      } catch (NumberFormatException _) {
        setText(Long.toString(seed.get()));
      }
    }
  }
}
