package kelvin.ui.compose;

import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kelvin.prompt.FewShotPrompt;
import kelvin.ui.control.Numbers;
import kelvin.ui.control.Sentences;

/// A line with the number of examples in the prompt.
public final class ShotsLine extends VBox {

  private final FewShotViewModel viewModel;
  private final Slider shots = new Slider(0, 1, 0);
  private final Label text = new Label();

  /// Bound, not subscribed to, so that no view model holds this node.
  private final ObjectProperty<FewShotPrompt> prompt;

  private final StringProperty limit = new SimpleStringProperty(this, "limit", "");

  public ShotsLine(FewShotViewModel viewModel) {
    this.viewModel = viewModel;
    prompt = new SimpleObjectProperty<>(this, "prompt", viewModel.promptProperty().get());
    shots.setId("shots");
    shots.setMinWidth(24);
    shots.setAccessibleText("Shots");
    shots.setTooltip(new Tooltip("How many examples stand before the test input. 0 is zero-shot."));
    shots.setBlockIncrement(1);
    shots.setMajorTickUnit(1);
    shots.setMinorTickCount(0);
    shots.setSnapToTicks(true);
    shots
        .valueProperty()
        .subscribe((_, now) -> viewModel.shotsProperty().set((int) Math.round(now.doubleValue())));
    HBox.setHgrow(shots, Priority.ALWAYS);
    text.getStyleClass().add("quiet-number");
    text.setId("shots-text");
    text.setMinWidth(USE_PREF_SIZE);
    getChildren()
        .addAll(
            new ComposerLine("shots", shots, text), Sentences.of("shots-limit", "quiet", limit));
    prompt.bind(viewModel.promptProperty());
    prompt.subscribe(_ -> show());
  }

  private void show() {
    int max = viewModel.maxShots();
    int used = viewModel.usedCount();
    // The stored number may exceed the number of examples; the slider must not reduce it.
    int wanted = viewModel.shotsProperty().get();
    int shown = Math.min(wanted, max);
    shots.setMax(Math.max(1, max));
    shots.setDisable(max == 0);
    if (shown != Math.round(shots.getValue())) {
      shots.setValue(shown);
    }
    text.setText(Numbers.count(shown) + " of " + Numbers.count(used));
    limit.set(
        max == used
            ? ""
            : String.format(
                Locale.ROOT,
                "Only the first %,d of %,d examples can be shown: more have over %,d characters.",
                max,
                used,
                FewShotViewModel.MAX_CHARACTERS));
  }
}
