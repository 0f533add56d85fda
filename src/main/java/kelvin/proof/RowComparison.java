package kelvin.proof;

import java.util.OptionalInt;
import kelvin.inference.ModelRuns.Abilities;

/// Compares rows with those of a reference. Remembers the largest difference and the first position
/// with a difference that rounding does not explain.
///
/// Dynamic quantisation rounds a row differently in each run, because the scale of activations
/// depends on all tokens of the run. Then single logits may differ by much. So the root mean square
/// over a row counts there, and its mean over all rows: a fault changes whole rows by about their
/// standard deviation, rounding by some hundredths of it. Where a graph's own rounding can be
/// measured ([RoundingComparison]), the mean may be twice as much.
final class RowComparison {

  private static final double DYNAMIC_ROW_SHARE = 0.6;
  private static final double DYNAMIC_MEAN_SHARE = 0.1;

  /// Times the rounding that was measured. Between runs of the same graph it differs by up to
  /// half of itself.
  private static final double ROUNDINGS = 2;

  /// A larger change is not believed to be rounding, whatever was measured.
  private static final double DYNAMIC_MOST_MEAN_SHARE = 0.3;

  private final ReferenceRows reference;
  private final Abilities abilities;
  private double largest;
  private double sumOfShares;
  private double sumOfAllowed;
  private OptionalInt wrongAt = OptionalInt.empty();
  private OptionalInt doubtfulAt = OptionalInt.empty();

  RowComparison(ReferenceRows reference, Abilities abilities) {
    this.reference = reference;
    this.abilities = abilities;
  }

  /// Compares the row of a position, if the reference has one.
  void add(int position, float[] row) {
    var expected = reference.row(position);
    if (expected == null) {
      return;
    }
    var sample = RowSample.of(row);
    double difference = expected.difference(sample);
    largest = Math.max(largest, difference);
    if (abilities.dynamic()) {
      double share = expected.share(sample);
      double allowed =
          Math.clamp(
              ROUNDINGS * reference.rounding(position),
              DYNAMIC_MEAN_SHARE,
              DYNAMIC_MOST_MEAN_SHARE);
      sumOfShares += share;
      sumOfAllowed += allowed;
      if (share > DYNAMIC_ROW_SHARE) {
        wrongAt = first(wrongAt, position);
      }
      if (share > allowed) {
        doubtfulAt = first(doubtfulAt, position);
      }
    } else if (difference > expected.allowance(abilities.tolerance())) {
      wrongAt = first(wrongAt, position);
    }
  }

  private static OptionalInt first(OptionalInt known, int position) {
    return OptionalInt.of(Math.min(known.orElse(position), position));
  }

  /// The largest |Δlogit|.
  double largest() {
    return largest;
  }

  /// The first position with another row, 0-based.
  OptionalInt wrongAt() {
    return wrongAt.isEmpty() && sumOfShares > sumOfAllowed ? doubtfulAt : wrongAt;
  }
}
