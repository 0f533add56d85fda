package kelvin.ui.figure;

import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.SamplerStage;
import kelvin.distribution.StepContext;
import kelvin.distribution.TemperatureStage;
import kelvin.distribution.TokenHistory;
import kelvin.distribution.TruncatedDistribution;
import kelvin.engine.Prediction;
import kelvin.text.Vocabulary;
import kelvin.ui.control.Numbers;
import kelvin.ui.distribution.DistributionView;
import kelvin.ui.distribution.DistributionViewModel;
import kelvin.ui.distribution.DistributionViewModel.Mark;
import kelvin.ui.distribution.NextTokenPicture;
import kelvin.ui.theme.Theme;

/// The playground's distribution and nucleus curve as a figure with a caption.
public final class DistributionFigure {

  private final Prediction prediction;
  private final Vocabulary vocabulary;
  private final SamplerChain chain;

  public DistributionFigure(Prediction prediction, Vocabulary vocabulary, SamplerChain chain) {
    this.prediction = prediction;
    this.vocabulary = vocabulary;
    this.chain = chain;
  }

  /// A scene to take a snapshot of; on the FX thread.
  public Scene scene(String modelName, int width, int height, Theme theme) {
    var viewModel = new DistributionViewModel(Runnable::run, Runnable::run);
    var ids = prediction.tokens().stream().mapToInt(token -> token.id()).toArray();
    var step = StepContext.of(TokenHistory.of(ids, ids.length));
    var distribution = viewModel.evaluate(prediction.logits(), chain, step);
    var picture = new NextTokenPicture(prediction, distribution, vocabulary);
    viewModel.headingProperty().set(picture.heading());
    viewModel.show(distribution, vocabulary::visibleText, Mark.NONE);
    var view = new DistributionView(viewModel);
    VBox.setVgrow(view, Priority.ALWAYS);
    var caption = new Label(caption(modelName, distribution));
    caption.getStyleClass().add("quiet");
    caption.setWrapText(true);
    var figure = new VBox(view, caption);
    figure.getStyleClass().add("figure");
    var scene = new Scene(figure, width, height);
    theme.applyTo(scene);
    return scene;
  }

  private String caption(String modelName, TruncatedDistribution distribution) {
    var text = new StringBuilder(modelName);
    text.append("  ·  τ = ").append(Numbers.plain(distribution.scaled().temperature()));
    for (var outcome : distribution.outcomes()) {
      if (!(outcome.stage() instanceof TemperatureStage)) {
        text.append(", ").append(outcome.stage().name()).append(value(outcome.stage()));
      }
    }
    var scaled = distribution.scaled();
    text.append(
        String.format(
            Locale.ROOT,
            "  ·  entropy %s bits, perplexity %s  ·  %s of %s tokens kept",
            Numbers.threeDigits(Numbers.bits(scaled.entropy())),
            Numbers.threeDigits(scaled.perplexity()),
            Numbers.count(distribution.keptCount()),
            Numbers.count(scaled.count())));
    return text.toString();
  }

  /// The setting of a stage that has one number.
  private static String value(SamplerStage stage) {
    return stage.settings().values().stream()
        .filter(Number.class::isInstance)
        .map(number -> " = " + Numbers.plain(((Number) number).doubleValue()))
        .findFirst()
        .orElse("");
  }
}
