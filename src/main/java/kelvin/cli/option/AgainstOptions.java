package kelvin.cli.option;

import java.util.List;
import java.util.Optional;
import kelvin.cli.environment.Figure;
import kelvin.cli.environment.UsageException;
import kelvin.display.View;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.TemperatureStage;
import kelvin.engine.Context;
import kelvin.engine.Prediction;
import kelvin.engine.Predictor;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.inference.StartToken;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The distribution that a figure is compared with: another temperature, another prompt, or both.
public final class AgainstOptions {

  @Option(
      names = "--against-temperature",
      paramLabel = "T",
      description =
          "Compare with this temperature: a ghost behind bars and curve, and the difference."
              + " Default: that of the figure.")
  private @Nullable Double temperature;

  @Option(
      names = "--against-prompt",
      paramLabel = "TEXT",
      description = "Compare with what comes after another prompt. Default: that of the figure.")
  private @Nullable String prompt;

  /// @throws UsageException where a difference is wanted and nothing to differ from was given
  public void check(View view) {
    if (temperature != null && !(temperature > 0 && Double.isFinite(temperature))) {
      throw new UsageException("--against-temperature must be greater than 0, was " + temperature);
    }
    if (view == View.DIFFERENCE && temperature == null && prompt == null) {
      throw new UsageException(
          "--view difference needs --against-temperature or --against-prompt to differ from");
    }
  }

  /// The other side of the comparison; empty if none is asked for.
  public Optional<Figure.Against> find(
      Prediction figure,
      SamplerChain chain,
      LoadedModel model,
      StartToken start,
      Cancellation cancellation) {
    if (temperature == null && prompt == null) {
      return Optional.empty();
    }
    var other =
        prompt == null
            ? figure
            : new Predictor(model)
                .predict(Context.ofText(model.tokenizer(), prompt, List.of(), start), cancellation);
    double at = temperature == null ? temperatureOf(chain) : temperature;
    return Optional.of(new Figure.Against(other, at));
  }

  /// Greedy compares as τ = 1, for there is no distribution at 0.
  private static double temperatureOf(SamplerChain chain) {
    return chain.active().stream()
        .filter(TemperatureStage.class::isInstance)
        .map(stage -> stage.settings().get("temperature"))
        .filter(Number.class::isInstance)
        .mapToDouble(value -> ((Number) value).doubleValue())
        .filter(value -> value > 0)
        .findFirst()
        .orElse(1);
  }
}
