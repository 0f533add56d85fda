package kelvin.distribution;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What a chain makes of a logits vector: the scaled distribution, and what each stage removed.
///
/// Holds the probabilities apart: `unscaled()` is at τ = 1, `scaled()` at the temperature, both
/// before any cut; `cumulative` is of what the nucleus stage sees; `finalProbability` is what the
/// draw uses. All of them are after penalties and biases. Immutable; ranks are 1-based.
///
/// A token whose logit is −∞ in the model's answer is no candidate of any stage: it is never kept
/// and never counted. The stage said to have removed it is the first whose condition it fails.
public final class TruncatedDistribution {

  private final Distribution unscaled;
  private final Distribution scaled;
  private final Survivors survivors;
  private final @Nullable Survivors nucleusBase;
  private final List<StageOutcome> outcomes;
  private final StepContext step;

  TruncatedDistribution(
      Distribution unscaled,
      Distribution scaled,
      Survivors survivors,
      @Nullable Survivors nucleusBase,
      List<StageOutcome> outcomes,
      StepContext step) {
    this.unscaled = unscaled;
    this.scaled = scaled;
    this.survivors = survivors;
    this.nucleusBase = nucleusBase;
    this.outcomes = List.copyOf(outcomes);
    this.step = step;
  }

  public static TruncatedDistribution of(Logits logits, SamplerChain chain) {
    return new ChainEvaluator().evaluate(logits, chain);
  }

  /// The distribution at τ = 1, before any cut.
  public Distribution unscaled() {
    return unscaled;
  }

  /// The distribution at the temperature of the draw, before any cut.
  public Distribution scaled() {
    return scaled;
  }

  /// What the draw takes from.
  public Survivors survivors() {
    return survivors;
  }

  /// What each stage did, in order.
  public List<StageOutcome> outcomes() {
    return outcomes;
  }

  /// How many tokens survive; those with a logit of −∞ never do.
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

  /// KL(final ‖ scaled) = −ln of the kept mass, in nats: what the cuts cost.
  public double truncationCost() {
    return -StrictMath.log1p(-Math.min(1, removedMass()));
  }

  public boolean isKept(int rank) {
    return survivors.has(rank);
  }

  /// What the draw uses: renormalised over the survivors, 0 for a removed token.
  public double finalProbability(int rank) {
    return survivors.probability(rank);
  }

  /// The mass of this token and all above it in the distribution that the nucleus stage sees; in
  /// the scaled one without such a stage.
  public double cumulative(int rank) {
    return nucleusBase == null ? scaled.cumulative(rank) : nucleusBase.cumulative(rank);
  }

  /// The stage that removed the token; none for a survivor, and for a token that the model made
  /// impossible and no stage would remove.
  public Optional<SamplerStage> removedBy(int rank) {
    return removal(rank).map(StageOutcome::stage);
  }

  /// By how much the token missed the condition of the stage that removed it; none for a survivor
  /// and for a forbidden token.
  public Optional<Shortfall> shortfall(int rank) {
    return removal(rank)
        .flatMap(
            outcome ->
                outcome instanceof CutOutcome cut
                    ? cut.stage().shortfall(rank, cut.before(), step)
                    : Optional.empty());
  }

  private Optional<StageOutcome> removal(int rank) {
    return isKept(rank)
        ? Optional.empty()
        : outcomes.stream().filter(outcome -> removes(outcome, rank)).findFirst();
  }

  private boolean removes(StageOutcome outcome, int rank) {
    return switch (outcome) {
      case CutOutcome cut ->
          rank > scaled.logits().finiteCount()
              ? cut.stage().shortfall(rank, cut.before(), step).isPresent()
              : cut.before().has(rank) && !cut.after().has(rank);
      case EditOutcome edit ->
          rank > scaled.logits().finiteCount() && edit.removes(scaled.logits().tokenAtRank(rank));
      case ScalingOutcome _ -> false;
    };
  }

  /// Mirostat's bound for the next step if the token at this rank is drawn; none without mirostat.
  public OptionalDouble nextMu(int rank) {
    for (var outcome : outcomes) {
      if (outcome instanceof CutOutcome cut && cut.stage() instanceof Mirostat mirostat) {
        return OptionalDouble.of(mirostat.next(step, cut.after().surprisal(rank)));
      }
    }
    return OptionalDouble.empty();
  }
}
