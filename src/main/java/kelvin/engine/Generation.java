package kelvin.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kelvin.distribution.ChainEvaluator;
import kelvin.distribution.DrawMode;
import kelvin.distribution.Logits;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.StepContext;
import kelvin.distribution.TokenHistory;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.LanguageModel;

/// Generates tokens: predicts, draws and appends until a stop condition is met.
public final class Generation {

  private final LanguageModel model;
  private final Settings settings;
  private final ChainEvaluator evaluator = new ChainEvaluator();

  /// Mirostat's bound μ after the last step.
  private double mu = Double.NaN;

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

  /// @param promptIds at least one token
  /// @param listener called with each step as it happens
  public Result run(int[] promptIds, Consumer<GeneratedStep> listener, Cancellation cancellation) {
    var ids = new ArrayList<Integer>();
    for (int id : promptIds) {
      ids.add(id);
    }
    var steps = new ArrayList<GeneratedStep>();
    mu = Double.NaN;
    var endOfText = model.descriptor().endOfTextIds();
    int limit = model.descriptor().contextLength().orElse(Integer.MAX_VALUE);
    long afterFirst = System.nanoTime();
    var stop = Stop.MAX_TOKENS;
    while (steps.size() < settings.maxTokens()) {
      if (!steps.isEmpty() && ids.size() >= limit) {
        stop = Stop.CONTEXT_FULL;
        break;
      }
      GeneratedStep step;
      try {
        var logits = nextLogits(ids, cancellation);
        step = step(steps.size(), logits, history(ids, promptIds.length));
      } catch (CancelledException _) {
        stop = Stop.CANCELLED;
        break;
      }
      if (steps.isEmpty()) {
        afterFirst = System.nanoTime();
      }
      steps.add(step);
      ids.add(step.id());
      listener.accept(step);
      if (endOfText.contains(step.id())) {
        stop = Stop.END_OF_TEXT;
        break;
      }
    }
    return new Result(steps, stop, (System.nanoTime() - afterFirst) / 1e9);
  }

  private Logits nextLogits(List<Integer> ids, Cancellation cancellation) {
    var last = new ArrayList<Logits>(1);
    model.run(
        ids.stream().mapToInt(Integer::intValue).toArray(),
        ids.size() - 1,
        (_, row) -> last.add(Logits.owning(row.clone())),
        cancellation);
    return last.getFirst();
  }

  private static TokenHistory history(List<Integer> ids, int promptLength) {
    return TokenHistory.of(ids.stream().mapToInt(Integer::intValue).toArray(), promptLength);
  }

  private GeneratedStep step(int number, Logits logits, TokenHistory history) {
    var context = new StepContext(history, settings.seed(), number, mu);
    var distribution = evaluator.evaluate(logits, settings.sampling(), context);
    var draw = settings.mode().draw(distribution, settings.seed(), number);
    mu = distribution.nextMu(draw.rank()).orElse(Double.NaN);
    return GeneratedStep.of(number, draw, distribution);
  }
}
