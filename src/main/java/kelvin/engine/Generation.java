package kelvin.engine;

import java.util.List;
import java.util.function.Consumer;
import kelvin.distribution.DrawMode;
import kelvin.distribution.Logits;
import kelvin.distribution.SamplerChain;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.InferenceException;
import kelvin.inference.LanguageModel;

/// Generates tokens: predicts, draws and appends until a stop condition is met.
public final class Generation {

  private final LanguageModel model;
  private final Settings settings;

  /// @param maxTokens the maximum number of tokens to add
  public record Settings(SamplerChain sampling, DrawMode mode, long seed, int maxTokens) {}

  /// The reason why a generation ended.
  public enum Stop {
    MAX_TOKENS("max-tokens"),
    END_OF_TEXT("end-of-text"),
    CONTEXT_FULL("context-full"),
    CANCELLED("cancelled");

    private final String label;

    Stop(String label) {
      this.label = label;
    }

    /// The name in files.
    public String label() {
      return label;
    }
  }

  /// @param seconds the time of all steps after the first; the first also runs the prompt
  public record Result(List<GeneratedStep> steps, Stop stop, double seconds) {

    public Result {
      steps = List.copyOf(steps);
    }

    /// Steps per second without the first step; NaN with fewer than two steps.
    public double tokensPerSecond() {
      return steps.size() < 2 ? Double.NaN : (steps.size() - 1) / seconds;
    }
  }

  public Generation(LanguageModel model, Settings settings) {
    this.model = model;
    this.settings = settings;
  }

  /// A step as it happens.
  ///
  /// @param step the numbers of the token that the text goes on with
  /// @param drawn what the settings draw here; the same as `step` except where a token was kept
  /// @param logits the row that both come from
  public record Moment(GeneratedStep step, GeneratedStep drawn, Logits logits) {}

  /// @param promptIds at least one token
  /// @param listener called with each step as it happens
  public Result run(int[] promptIds, Consumer<GeneratedStep> listener, Cancellation cancellation) {
    return run(promptIds, List.of(), moment -> listener.accept(moment.step()), cancellation);
  }

  /// Generates after tokens that are kept: they take the first steps, whatever the settings draw
  /// there, and the drawing begins after them. Each token runs as it would have run when drawn.
  ///
  /// @param promptIds at least one token
  /// @param kept no more than the maximum number of tokens are used
  /// @param listener called with each step as it happens, the kept ones included
  /// @throws InferenceException if the model has no logit for a kept token
  public Result run(
      int[] promptIds, List<Integer> kept, Consumer<Moment> listener, Cancellation cancellation) {
    var run = new GenerationRun(model, settings, promptIds, kept);
    long afterFirst = System.nanoTime();
    while (run.stop().isEmpty()) {
      boolean isFirst = run.count() == 0;
      try {
        var moment = run.step(cancellation);
        if (isFirst) {
          afterFirst = System.nanoTime();
        }
        listener.accept(moment);
      } catch (CancelledException _) {
        break;
      }
    }
    return new Result(
        run.steps(), run.stop().orElse(Stop.CANCELLED), (System.nanoTime() - afterFirst) / 1e9);
  }
}
