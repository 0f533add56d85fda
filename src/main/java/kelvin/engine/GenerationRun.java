package kelvin.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kelvin.distribution.Draw;
import kelvin.distribution.Logits;
import kelvin.distribution.TokenHistory;
import kelvin.distribution.TopBounds;
import kelvin.distribution.TruncatedDistribution;
import kelvin.engine.Generation.Moment;
import kelvin.engine.Generation.Settings;
import kelvin.engine.Generation.Stop;
import kelvin.engine.draw.DrawSteps;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LanguageModel;

/// A generation that goes on step by step, each when it is asked for.
public final class GenerationRun {

  private final LanguageModel model;
  private final Settings settings;
  private final List<Integer> kept;
  private final int promptLength;
  private final List<Integer> ids = new ArrayList<>();
  private final List<GeneratedStep> steps = new ArrayList<>();
  private final DrawSteps draws;
  private boolean ended;

  /// @param promptIds at least one token
  /// @param kept tokens that take the first steps, whatever the settings draw there
  public GenerationRun(
      LanguageModel model, Settings settings, int[] promptIds, List<Integer> kept) {
    this.model = model;
    this.settings = settings;
    this.kept = List.copyOf(kept);
    draws =
        new DrawSteps(
            new DrawSteps.Settings(settings.sampling(), settings.mode(), settings.seed()));
    promptLength = promptIds.length;
    Arrays.stream(promptIds).forEach(ids::add);
  }

  /// The reason why there is no further step; empty while there is one.
  public Optional<Stop> stop() {
    int limit = model.descriptor().contextLength().orElse(Integer.MAX_VALUE);
    if (ended) {
      return Optional.of(Stop.END_OF_TEXT);
    }
    if (steps.size() >= settings.maxTokens()) {
      return Optional.of(Stop.MAX_TOKENS);
    }
    return !steps.isEmpty() && ids.size() >= limit
        ? Optional.of(Stop.CONTEXT_FULL)
        : Optional.empty();
  }

  /// Takes the next step. A run that is cancelled leaves everything as it was.
  ///
  /// @throws InferenceException if the model has no logit for a kept token
  /// @throws kelvin.inference.CancelledException if cancelled
  public Moment step(Cancellation cancellation) {
    var moment = moment(nextLogits(cancellation));
    var step = moment.step();
    steps.add(step);
    ids.add(step.id());
    ended = model.descriptor().endOfTextIds().contains(step.id()) && steps.size() >= kept.size();
    return moment;
  }

  /// The number of steps so far.
  public int count() {
    return steps.size();
  }

  /// The steps so far, the kept ones included.
  public List<GeneratedStep> steps() {
    return List.copyOf(steps);
  }

  private Logits nextLogits(Cancellation cancellation) {
    var top = model.topRuns();
    if (top.isPresent()) {
      return top.get().run(array(), cancellation).logits();
    }
    var last = new ArrayList<Logits>(1);
    model.run(
        array(), ids.size() - 1, (_, row) -> last.add(Logits.owning(row.clone())), cancellation);
    return last.getFirst();
  }

  private int[] array() {
    return ids.stream().mapToInt(Integer::intValue).toArray();
  }

  private Moment moment(Logits logits) {
    int number = draws.number();
    var distribution = draws.distribution(logits, TokenHistory.of(array(), promptLength));
    TopBounds.of(distribution)
        .flatMap(TopBounds::whyNoDraw)
        .ifPresent(
            reason -> {
              throw new InferenceException(reason);
            });
    var draw = draws.draw(distribution);
    var drawn = GeneratedStep.of(number, draw, distribution);
    var taken = number < kept.size() ? forced(kept.get(number), distribution) : draw;
    draws.take(distribution, taken.tokenId());
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
