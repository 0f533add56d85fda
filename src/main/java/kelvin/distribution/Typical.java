package kelvin.distribution;

import java.util.Map;
import java.util.Optional;

/// Keeps the tokens whose surprisal is nearest to the entropy, until their total mass reaches
/// `mass` (Meister et al., "Locally Typical Sampling", 2022).
///
/// The score of a token is |−ln p − H|. All tokens survive whose score is at most that of the
/// token that crosses `mass`, ties included. In rank order the survivors are a range around
/// surprisal = H. **The most probable token may be removed.** Range: 0 < mass ≤ 1; 1 removes
/// nothing. Default: off.
///
/// @param minKept how many of the tokens nearest to the entropy always stay: `min_tokens_to_keep`
///     of Hugging Face Transformers; 1 by default
public record Typical(double mass, int minKept) implements TruncationStage {

  public Typical {
    Range.check("typical-p", mass, mass > 0 && mass <= 1, "greater than 0 and at most 1");
    Range.checkMinKept(minKept);
  }

  public Typical(double mass) {
    this(mass, 1);
  }

  @Override
  public StageKind kind() {
    return StageKind.TYPICAL;
  }

  @Override
  public boolean mayRemoveFirst() {
    return true;
  }

  @Override
  public Survivors keep(Survivors before, StepContext step) {
    if (mass == 1) {
      return before;
    }
    double widest = widestGap(before);
    int from = firstWithin(before, widest);
    int to = lastWithin(before, widest);
    while (to - from + 1 < minKept && to - from + 1 < before.count()) {
      boolean upwards =
          to == before.last()
              || (from > before.first() && gap(before, from - 1) <= gap(before, to + 1));
      if (upwards) {
        from--;
      } else {
        to++;
      }
    }
    return before.keep(from, to);
  }

  /// The score of the token that crosses `mass`: the smallest gap around H with enough mass.
  private double widestGap(Survivors before) {
    int above = lastAboveEntropy(before);
    // From H towards rank 1, the nearest token with enough mass; 0 if there is none.
    int low = before.first() - 1;
    int high = above;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (isEnough(before, gap(before, middle))) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    int left = low;
    // The same in the other direction.
    low = above + 1;
    high = before.last() + 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isEnough(before, gap(before, middle))) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    double leftGap = left < before.first() ? Double.POSITIVE_INFINITY : gap(before, left);
    double rightGap = low > before.last() ? Double.POSITIVE_INFINITY : gap(before, low);
    return Math.min(leftGap, rightGap);
  }

  private boolean isEnough(Survivors before, double gap) {
    int from = firstWithin(before, gap);
    int to = lastWithin(before, gap);
    return from <= to && before.massOf(from, to) >= mass;
  }

  /// The last rank whose surprisal is less than the entropy.
  private static int lastAboveEntropy(Survivors before) {
    double entropy = before.entropy();
    int low = before.first() - 1;
    int high = before.last();
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (before.surprisal(middle) < entropy) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private static int firstWithin(Survivors before, double gap) {
    int low = before.first();
    int high = lastAboveEntropy(before) + 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (gap(before, middle) <= gap) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static int lastWithin(Survivors before, double gap) {
    int low = lastAboveEntropy(before);
    int high = before.last();
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (gap(before, middle) <= gap) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private static double gap(Survivors before, int rank) {
    return Math.abs(before.surprisal(rank) - before.entropy());
  }

  @Override
  public Optional<Shortfall> shortfall(int rank, Survivors before, StepContext step) {
    return keep(before, step).has(rank)
        ? Optional.empty()
        : Optional.of(
            new Shortfall(Shortfall.Measure.SURPRISAL_GAP, widestGap(before), gap(before, rank)));
  }

  static Typical read(StageValues values) {
    return new Typical(values.number("mass", 1), values.minKept());
  }

  @Override
  public Map<String, Object> settings() {
    return Map.of("mass", mass, "least", minKept);
  }
}
