package kelvin.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The scaled distribution together with what each stage removed from it.
///
/// Holds the three probabilities apart: `scaled()` is before any cut, `cumulative` is of what the
/// nucleus stage sees, `finalProbability` is what the draw uses. Immutable; ranks are 1-based.
public final class TruncatedDistribution {

  private final Distribution scaled;
  private final List<StageOutcome> outcomes;
  private final int keptCount;
  private final int nucleusBase;

  private TruncatedDistribution(
      Distribution scaled, List<StageOutcome> outcomes, int keptCount, int nucleusBase) {
    this.scaled = scaled;
    this.outcomes = outcomes;
    this.keptCount = keptCount;
    this.nucleusBase = nucleusBase;
  }

  public static TruncatedDistribution of(Logits logits, SamplingParameters parameters) {
    return of(Distribution.of(logits, parameters.temperature()), parameters.stages());
  }

  /// Applies `stages` in order to a distribution that is already scaled: no `exp`, only searches.
  public static TruncatedDistribution of(Distribution scaled, List<TruncationStage> stages) {
    var outcomes = new ArrayList<StageOutcome>(stages.size());
    int kept = scaled.count();
    int nucleusBase = kept;
    for (var stage : stages) {
      int after = stage.keep(scaled, kept);
      outcomes.add(new StageOutcome(stage, kept, after));
      if (stage instanceof TopP) {
        nucleusBase = kept;
      }
      kept = after;
    }
    return new TruncatedDistribution(scaled, List.copyOf(outcomes), kept, nucleusBase);
  }

  /// The distribution before any cut.
  public Distribution scaled() {
    return scaled;
  }

  public List<StageOutcome> outcomes() {
    return outcomes;
  }

  /// How many tokens survive: the first ranks.
  public int keptCount() {
    return keptCount;
  }

  /// The mass of the survivors in the scaled distribution.
  public double keptMass() {
    return scaled.cumulative(keptCount);
  }

  /// The mass of the removed tokens in the scaled distribution.
  public double removedMass() {
    return scaled.tailMass(keptCount);
  }

  public boolean isKept(int rank) {
    return rank <= keptCount;
  }

  /// What the draw uses: renormalised over the survivors, 0 for a removed token.
  public double finalProbability(int rank) {
    return isKept(rank) ? scaled.probability(rank) / keptMass() : 0;
  }

  /// The mass of this token and all above it in the distribution that the nucleus stage sees.
  public double cumulative(int rank) {
    return rank >= nucleusBase ? 1 : scaled.cumulative(rank) / scaled.cumulative(nucleusBase);
  }

  /// The stage that removed the token, or none.
  public Optional<TruncationStage> removedBy(int rank) {
    for (var outcome : outcomes) {
      if (rank > outcome.keptAfter()) {
        return Optional.of(outcome.stage());
      }
    }
    return Optional.empty();
  }
}
