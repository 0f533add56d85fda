package kelvin.distribution;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The result of a sampler chain for a logits vector: the scaled distribution, the survivors, and
/// what each stage removed.
///
/// Four kinds of probability are kept apart: `own()` is the model's, at τ = 1 and before every
/// stage; `scaled()` is at the temperature, after penalties and biases and before any cut;
/// `cumulative` belongs to the input of the nucleus stage; `finalProbability` is what the draw
/// uses. Immutable; ranks are 1-based and of `logits()`, which the edits may have reordered.
///
/// A token with a logit of −∞ in the model's output is not a candidate for any stage: it is never
/// kept and never counted. It counts as removed by the first stage whose condition it does not
/// meet, or else as impossible.
public final class TruncatedDistribution {

  /// The reason why a token cannot be drawn that no stage removed: the model's logit is −∞.
  public static final String IMPOSSIBLE = "impossible";

  private final Distribution own;
  private final Distribution scaled;
  private final Survivors survivors;
  private final @Nullable Survivors nucleusBase;
  private final List<StageOutcome> outcomes;
  private final StepContext step;

  /// Computed once, because every painted row asks for it. Several threads may compute the same.
  private @Nullable TopBounds topBounds;

  TruncatedDistribution(
      Distribution own,
      Distribution scaled,
      Survivors survivors,
      @Nullable Survivors nucleusBase,
      List<StageOutcome> outcomes,
      StepContext step) {
    this.own = own;
    this.scaled = scaled;
    this.survivors = survivors;
    this.nucleusBase = nucleusBase;
    this.outcomes = List.copyOf(outcomes);
    this.step = step;
  }

  public static TruncatedDistribution of(Logits logits, SamplerChain chain) {
    return new ChainEvaluator().evaluate(logits, chain);
  }

  /// The bounds of a model that tells only the most probable tokens; empty if it tells all.
  Optional<TopBounds> topBounds() {
    var known = topBounds;
    if (known == null) {
      var top = logits().top();
      if (top.isEmpty()) {
        return Optional.empty();
      }
      known = new TopBounds(this, top.get());
      topBounds = known;
    }
    return Optional.of(known);
  }

  /// The model's own distribution: τ = 1, before penalties, biases and cuts. Its ranks are those
  /// of the model's logits.
  public Distribution own() {
    return own;
  }

  /// The probability that the model itself gives the token at a rank of `logits()`.
  public double ownProbability(int rank) {
    return own.logits() == logits()
        ? own.probability(rank)
        : own.probabilityOfToken(logits().tokenAtRank(rank));
  }

  /// The logits after penalties and biases. All ranks are theirs.
  public Logits logits() {
    return scaled.logits();
  }

  /// The distribution at the temperature of the draw, after penalties and biases, before any cut.
  public Distribution scaled() {
    return scaled;
  }

  /// The distribution that the draw uses, over the whole vocabulary: removed tokens have the
  /// probability 0. Where a stage removed some, it ranks the vocabulary again, which takes longer
  /// than a frame.
  public Distribution drawn() {
    if (survivors.count() == logits().finiteCount()
        && survivors.temperature() == scaled.temperature()) {
      return scaled;
    }
    var kept = new float[logits().count()];
    Arrays.fill(kept, Float.NEGATIVE_INFINITY);
    for (int rank = survivors.first(); rank <= survivors.last(); rank++) {
      kept[logits().tokenAtRank(rank)] = (float) logits().atRank(rank);
    }
    return Distribution.of(Logits.owning(kept), survivors.temperature());
  }

  /// The tokens that can be drawn.
  public Survivors survivors() {
    return survivors;
  }

  /// The outcome of each stage, in order.
  public List<StageOutcome> outcomes() {
    return outcomes;
  }

  /// The number of survivors; tokens with a logit of −∞ never survive.
  public int keptCount() {
    return survivors.count();
  }

  /// The mass of the survivors in the scaled distribution.
  public double keptMass() {
    return survivors.first() == 1
        ? scaled.cumulative(survivors.last())
        : scaled.tailMass(survivors.first() - 1) - scaled.tailMass(survivors.last());
  }

  /// The mass of the removed tokens in the scaled distribution.
  public double removedMass() {
    double above = survivors.first() == 1 ? 0 : scaled.cumulative(survivors.first() - 1);
    return above + scaled.tailMass(survivors.last());
  }

  /// KL(final ‖ scaled) = −ln of the kept mass, in nats: the information lost by the cuts.
  public double truncationCost() {
    return -StrictMath.log1p(-Math.min(1, removedMass()));
  }

  public boolean isKept(int rank) {
    return survivors.has(rank);
  }

  /// The probability that the draw uses: renormalised over the survivors, 0 for a removed token.
  public double finalProbability(int rank) {
    return survivors.probability(rank);
  }

  /// The mass of this token and all above it in the input of the nucleus stage; in the scaled
  /// distribution if there is no such stage.
  public double cumulative(int rank) {
    return nucleusBase == null ? scaled.cumulative(rank) : nucleusBase.cumulative(rank);
  }

  /// The stage that removed the token. Empty for a survivor, and for a token that the model made
  /// impossible and no stage would remove.
  public Optional<SamplerStage> removedBy(int rank) {
    return removal(rank).map(StageOutcome::stage);
  }

  /// The word for the reason why the token cannot be drawn: the name of the stage that removed it,
  /// or `impossible`. Empty for a survivor.
  public Optional<String> reason(int rank) {
    return isKept(rank)
        ? Optional.empty()
        : Optional.of(removedBy(rank).map(SamplerStage::name).orElse(IMPOSSIBLE));
  }

  /// The number by which the token misses the condition of the stage that removed it. Empty for a
  /// survivor and for a forbidden token.
  public Optional<Shortfall> shortfall(int rank) {
    return removal(rank)
        .flatMap(
            outcome ->
                switch (outcome) {
                  case CutOutcome cut -> cut.stage().shortfall(rank, cut.before(), step);
                  case ScalingOutcome scaling -> scaling.shortfall(rank);
                  case EditOutcome _ -> Optional.empty();
                });
  }

  private Optional<StageOutcome> removal(int rank) {
    return isKept(rank)
        ? Optional.empty()
        : outcomes.stream().filter(outcome -> removes(outcome, rank)).findFirst();
  }

  private boolean removes(StageOutcome outcome, int rank) {
    return switch (outcome) {
      case CutOutcome cut ->
          rank > logits().finiteCount()
              ? cut.stage().shortfall(rank, cut.before(), step).isPresent()
              : cut.before().has(rank) && !cut.after().has(rank);
      case EditOutcome edit ->
          rank > logits().finiteCount() && edit.removes(logits().tokenAtRank(rank));
      case ScalingOutcome scaling -> scaling.before().has(rank) && !scaling.after().has(rank);
    };
  }

  /// The p of its top-p stage; 1 where there is none.
  public double topP() {
    return outcomes.stream()
        .map(StageOutcome::stage)
        .filter(TopP.class::isInstance)
        .mapToDouble(stage -> ((TopP) stage).p())
        .findFirst()
        .orElse(1);
  }

  /// Mirostat's bound for the next step if the token at this rank is drawn; empty without
  /// mirostat.
  public OptionalDouble nextMu(int rank) {
    for (var outcome : outcomes) {
      if (outcome instanceof CutOutcome cut && cut.stage() instanceof Mirostat mirostat) {
        return OptionalDouble.of(mirostat.next(step, cut.after().surprisal(rank)));
      }
    }
    return OptionalDouble.empty();
  }
}
