package kelvin.ui.sampling;

import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import kelvin.distribution.DrawMode;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.DrawHistogramPlot;
import kelvin.ui.sampling.DrawTrialViewModel.Trial;
import kelvin.ui.theme.ThemeStyle;
import org.jspecify.annotations.Nullable;

/// Shows a thousand draws beside the counts that the final probabilities predict.
final class DrawTrialDialog extends Dialog<ButtonType> {

  private static final double DOUBTFUL = 0.001;

  private final SamplingViewModel viewModel;
  private final DrawHistogramPlot plot = new DrawHistogramPlot();
  private final Label verdict = new Label();

  DrawTrialDialog(SamplingViewModel viewModel, Scene owner) {
    this.viewModel = viewModel;
    initOwner(owner.getWindow());
    initModality(Modality.NONE);
    ThemeStyle.match(getDialogPane(), owner);
    setTitle("Draw 1,000 times");
    setResizable(true);
    plot.setId("draw-histogram");
    verdict.setId("draw-verdict");
    verdict.setWrapText(true);
    verdict.setMinHeight(Region.USE_PREF_SIZE);
    var legend = new Label("bar: drawn   outline and in brackets: expected");
    legend.getStyleClass().add("faint");
    var content = new VBox(plot, legend, verdict, actions());
    content.getStyleClass().add("dialog-content");
    content.setPrefWidth(560);
    VBox.setVgrow(plot, Priority.ALWAYS);
    getDialogPane().setContent(content);
    getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
    var following = viewModel.trial().trialProperty().subscribe(trial -> show(trial));
    setOnHidden(
        _ -> {
          following.unsubscribe();
          viewModel.trial().stop();
        });
    draw();
  }

  private HBox actions() {
    var again = new Button("Again with the next seed");
    again.setId("draw-again");
    again.getStyleClass().add("transport-button");
    again.setTooltip(
        new Tooltip("Raises the seed of the panel by one and draws another thousand."));
    again.setOnAction(
        _ -> {
          viewModel.seedProperty().set(viewModel.seedProperty().get() + 1);
          draw();
        });
    return new HBox(again);
  }

  private void draw() {
    var reason = viewModel.whyNoTrial();
    plot.setVisible(reason.isEmpty());
    if (!reason.isEmpty()) {
      verdict.setText(reason);
      return;
    }
    verdict.setText("Drawing …");
    viewModel.drawMany();
  }

  private void show(@Nullable Trial trial) {
    if (trial == null) {
      return;
    }
    plot.show(trial.histogram(), trial.tokenAtRank());
    verdict.setText(verdict(trial));
  }

  private static String verdict(Trial trial) {
    var histogram = trial.histogram();
    var drawn =
        Numbers.count(histogram.draws())
            + " draws with seed "
            + trial.seed()
            + (trial.mode() == DrawMode.GUMBEL ? " by Gumbel-max. " : ". ");
    if (trial.mode() == DrawMode.GREEDY) {
      return drawn + "Greedy always takes the top token: there is no chance to judge.";
    }
    if (histogram.degreesOfFreedom() == 0) {
      return drawn + "One token has all the probability: there is nothing to compare.";
    }
    return drawn
        + String.format(
            Locale.ROOT,
            "χ² = %.2f with %d degrees of freedom, p = %.3f. ",
            histogram.chiSquare(),
            histogram.degreesOfFreedom(),
            histogram.pValue())
        + (histogram.pValue() < DOUBTFUL
            ? "Chance alone makes so large a gap in less than one trial of a thousand."
            : "Chance alone explains such a gap.");
  }
}
