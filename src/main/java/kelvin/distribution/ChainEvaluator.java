package kelvin.distribution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Evaluates sampler chains. Keeps the results of the last evaluations of the same logits.
///
/// A new logits vector costs one pass of `exp` for τ = 1 and one for each other temperature, and
/// one more for the model's own probabilities when a stage edits logits. A new temperature costs
/// one pass. A new cut costs only binary searches. Not thread-safe.
public final class ChainEvaluator {

  private static final int MAX_CACHED_TEMPERATURES = 3;

  private @Nullable Logits model;
  private @Nullable Distribution own;
  private List<LogitTransform> transforms = List.of();
  private TokenHistory history = TokenHistory.EMPTY;
  private List<EditOutcome> edits = List.of();
  private @Nullable Logits edited;
  private final Map<Double, Distribution> scaled = new LinkedHashMap<>(8, 0.75f, true);

  public TruncatedDistribution evaluate(Logits logits, SamplerChain chain) {
    return evaluate(logits, chain, StepContext.START);
  }

  /// @param step the tokens so far, and the seed and number of the step
  public TruncatedDistribution evaluate(Logits logits, SamplerChain chain, StepContext step) {
    var active = chain.active();
    var ranked = edit(logits, active, step.history());
    var outcomes = new ArrayList<StageOutcome>(edits);
    var now = distribution(ranked, 1);
    var modelsOwn = own(logits, now);
    var survivors = Survivors.all(now);
    @Nullable Survivors nucleusBase = null;
    for (var stage : active) {
      var before = survivors;
      switch (stage) {
        case LogitTransform _ -> {}
        case TemperatureStage temperature -> {
          now = distribution(ranked, product(now.temperature(), temperature.temperature(before)));
          survivors = now.temperature() == 0 ? before.at(now).keepFirst(1) : before.at(now);
          outcomes.add(new ScalingOutcome(temperature, before, survivors));
        }
        case TruncationStage cut -> {
          survivors = cut.keep(before, step);
          outcomes.add(new CutOutcome(cut, before, survivors, step));
          nucleusBase = cut instanceof TopP ? before : nucleusBase;
        }
      }
    }
    return new TruncatedDistribution(modelsOwn, now, survivors, nucleusBase, outcomes, step);
  }

  /// The distribution of the model's logits at τ = 1, before the edits.
  ///
  /// @param unscaled of the edited logits at τ = 1; the same when nothing was edited
  private Distribution own(Logits logits, Distribution unscaled) {
    var known = own;
    if (known == null || known.logits() != logits) {
      known = unscaled.logits() == logits ? unscaled : Distribution.of(logits, 1);
      own = known;
    }
    return known;
  }

  /// A greedy stage stays greedy: 0 · ∞ would be NaN, which is no temperature.
  private static double product(double before, double factor) {
    return before == 0 || factor == 0 ? 0 : before * factor;
  }

  private Logits edit(Logits logits, List<SamplerStage> active, TokenHistory tokens) {
    var transformsNow =
        active.stream()
            .filter(LogitTransform.class::isInstance)
            .map(LogitTransform.class::cast)
            .toList();
    var cached = edited;
    if (cached != null
        && model == logits
        && transforms.equals(transformsNow)
        && (transformsNow.isEmpty() || history.equals(tokens))) {
      return cached;
    }
    var changes = new LogitEdits(logits);
    var outcomes = new ArrayList<EditOutcome>(transformsNow.size());
    var before = changes.snapshot();
    for (var transform : transformsNow) {
      transform.apply(changes, tokens);
      var after = changes.snapshot();
      outcomes.add(new EditOutcome(transform, logits, before, after));
      before = after;
    }
    var result = LogitEdits.applied(logits, before);
    model = logits;
    transforms = transformsNow;
    history = tokens;
    edits = List.copyOf(outcomes);
    edited = result;
    scaled.clear();
    return result;
  }

  private Distribution distribution(Logits logits, double temperature) {
    var distribution = scaled.computeIfAbsent(temperature, t -> Distribution.of(logits, t));
    if (scaled.size() > MAX_CACHED_TEMPERATURES) {
      scaled.remove(scaled.keySet().iterator().next());
    }
    return distribution;
  }
}
