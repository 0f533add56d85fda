package kelvin.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kelvin.distribution.ChainEvaluator;
import kelvin.distribution.Draw;
import kelvin.distribution.DrawMode;
import kelvin.distribution.Logits;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.StepContext;
import kelvin.distribution.TokenHistory;
import kelvin.distribution.TruncatedDistribution;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.InferenceException;
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
      Moment moment;
      try {
        var logits = nextLogits(ids, cancellation);
        moment = moment(steps.size(), logits, history(ids, promptIds.length), kept);
      } catch (CancelledException _) {
        stop = Stop.CANCELLED;
        break;
      }
      if (steps.isEmpty()) {
        afterFirst = System.nanoTime();
      }
      var step = moment.step();
      steps.add(step);
      ids.add(step.id());
      listener.accept(moment);
      if (endOfText.contains(step.id()) && steps.size() >= kept.size()) {
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

  private Moment moment(int number, Logits logits, TokenHistory history, List<Integer> kept) {
    var context = new StepContext(history, settings.seed(), number, mu);
    var distribution = evaluator.evaluate(logits, settings.sampling(), context);
    var draw = settings.mode().draw(distribution, settings.seed(), number);
    var drawn = GeneratedStep.of(number, draw, distribution);
    var taken = number < kept.size() ? forced(kept.get(number), distribution) : draw;
    double next = distribution.nextMu(taken.rank()).orElse(Double.NaN);
    // A kept token that no stage left has no surprise to follow.
    mu = Double.isFinite(next) ? next : Double.NaN;
    var step = taken.equals(draw) ? drawn : GeneratedStep.of(number, taken, distribution);
    return new Moment(step, drawn, logits);
  }

  private static Draw forced(int id, TruncatedDistribution distribution) {
    var logits = distribution.logits();
    if (id < 0 || id >= logits.count()) {
      throw new InferenceException(
          "Token " + id + " is kept, and the model has no such token: keep fewer steps.");
    }
    return new Draw(logits.rankOf(id), id, Double.NaN);
  }
}
