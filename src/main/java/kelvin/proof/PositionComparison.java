package kelvin.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.InferenceException;
import kelvin.inference.ModelRuns;
import kelvin.inference.ProofResult.FaultKind;

/// Runs the same few tokens at other positions.
///
/// A model with relative positions gives them the same logits everywhere. A model with absolute
/// positions gives a token other logits at every position. Anything else is a fault: positions that
/// end at some number, or that begin anew after it.
final class PositionComparison implements Comparison {

  private static final About ABOUT =
      new About(
          "positions",
          "Does the graph tell all positions apart, or depend on distances only?",
          FaultKind.POSITIONS);

  private static final Finding NOT_COMPARED = new Finding(Double.NaN, OptionalInt.empty());

  private static final int TOKENS = 8;

  /// Logits that differ by less than this are those of the same position.
  private static final double SAME_SHARE = 1e-6;

  private final ModelRuns runs;
  private final ProofText text;

  private PositionComparison(ModelRuns runs, ProofText text) {
    this.runs = runs;
    this.text = text;
  }

  static List<Comparison> all(ModelRuns runs, ProofText text) {
    var abilities = runs.abilities();
    // Rounding of activations hides what this compares.
    return abilities.positions()
            && abilities.allRows()
            && abilities.takesSeveral()
            && !abilities.dynamic()
            && text.length() >= 2 * TOKENS
        ? List.of(new PositionComparison(runs, text))
        : List.of();
  }

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Finding run(Cancellation cancellation) {
    try {
      return compare(cancellation);
    } catch (CancelledException e) {
      throw e;
    } catch (InferenceException _) {
      // Some graphs cut their table of positions to the tokens of a run. They cannot be tested.
      return NOT_COMPARED;
    }
  }

  private Finding compare(Cancellation cancellation) {
    var places = places(text.length() - TOKENS);
    var ids = text.range(0, TOKENS);
    var first = rows(0, ids, cancellation);
    double largest = 0;
    for (int place : places) {
      var shifted = rows(place, ids, cancellation);
      double difference = difference(first, shifted);
      largest = Math.max(largest, difference);
      if (isOther(first, shifted)) {
        if (seesFutureAt(place, shifted, cancellation)) {
          // The graph computes its causal mask from the positions.
          return NOT_COMPARED;
        }
        return place == 1
            ? absolute(places, cancellation)
            : new Finding(difference, OptionalInt.of(place + TOKENS));
      }
    }
    return new Finding(largest, OptionalInt.empty());
  }

  private static double difference(List<RowSample> some, List<RowSample> others) {
    double largest = 0;
    for (int i = 0; i < some.size(); i++) {
      largest = Math.max(largest, some.get(i).difference(others.get(i)));
    }
    return largest;
  }

  private boolean isOther(List<RowSample> some, List<RowSample> others) {
    double share = runs.abilities().positionTolerance();
    for (int i = 0; i < some.size(); i++) {
      if (some.get(i).difference(others.get(i)) > some.get(i).allowance(share)) {
        return true;
      }
    }
    return false;
  }

  /// Returns whether another last token changes the rows before it at this place.
  private boolean seesFutureAt(int place, List<RowSample> rows, Cancellation cancellation) {
    var changed = text.changedFrom(TOKENS - 1);
    var others = rows(place, Arrays.copyOf(changed, TOKENS), cancellation);
    return isOther(rows.subList(0, TOKENS - 1), others.subList(0, TOKENS - 1));
  }

  /// Looks for two positions that the graph takes for the same.
  private Finding absolute(Set<Integer> places, Cancellation cancellation) {
    var seen = new TreeMap<Integer, RowSample>();
    double least = Double.POSITIVE_INFINITY;
    for (int place : places) {
      var row = rows(place, text.range(0, 1), cancellation).getFirst();
      for (var earlier : seen.values()) {
        double difference = earlier.difference(row);
        least = Math.min(least, difference);
        if (difference <= SAME_SHARE * row.allowance(1)) {
          return new Finding(difference, OptionalInt.of(place + 1));
        }
      }
      seen.put(place, row);
    }
    return new Finding(least, OptionalInt.empty());
  }

  private List<RowSample> rows(int position, int[] ids, Cancellation cancellation) {
    var rows = new ArrayList<RowSample>();
    runs.crop(0);
    runs.runAt(position, ids, (_, row) -> rows.add(RowSample.of(row)), cancellation);
    runs.crop(0);
    return rows;
  }

  /// All small numbers, then some around powers of two, where tables and windows end.
  private static Set<Integer> places(int max) {
    var places = new TreeSet<Integer>();
    for (int place = 1; place <= Math.min(max, 20); place++) {
      places.add(place);
    }
    for (int power = 32; power - 1 <= max; power *= 2) {
      for (int place : List.of(power - TOKENS, power - 1, power, power + 1, power * 3 / 2)) {
        if (place <= max) {
          places.add(place);
        }
      }
    }
    places.add(max);
    return places;
  }
}
