package kelvin.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kelvin.inference.Cancellation;
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

  private static final int TOKENS = 8;

  /// Rotations by large angles round more than the rest of a model.
  private static final double RELATIVE_SHARE = 1e-2;

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
    var places = places(text.length() - TOKENS);
    double share = Math.max(RELATIVE_SHARE, 2 * runs.abilities().tolerance());
    var first = rows(0, TOKENS, cancellation);
    double largest = 0;
    for (int place : places) {
      double difference = 0;
      var shifted = rows(place, TOKENS, cancellation);
      for (int i = 0; i < first.size(); i++) {
        double delta = first.get(i).difference(shifted.get(i));
        if (delta > first.get(i).allowance(share)) {
          difference = Math.max(difference, delta);
        }
        largest = Math.max(largest, delta);
      }
      if (difference > 0) {
        return place == 1
            ? absolute(places, cancellation)
            : new Finding(difference, OptionalInt.of(place + TOKENS));
      }
    }
    return new Finding(largest, OptionalInt.empty());
  }

  /// Looks for two positions that the graph takes for the same.
  private Finding absolute(Set<Integer> places, Cancellation cancellation) {
    var seen = new TreeMap<Integer, RowSample>();
    double least = Double.POSITIVE_INFINITY;
    for (int place : places) {
      var row = rows(place, 1, cancellation).getFirst();
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

  private List<RowSample> rows(int position, int count, Cancellation cancellation) {
    var rows = new ArrayList<RowSample>();
    runs.crop(0);
    runs.runAt(
        position, text.range(0, count), (_, row) -> rows.add(RowSample.of(row)), cancellation);
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
