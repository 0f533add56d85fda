package kelvin.experiment.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import kelvin.prompt.Shuffle;
import kelvin.prompt.table.RowProblem;
import kelvin.prompt.table.TableRow;

/// The two parts of a data set.
record Parts(List<Pair> train, List<Pair> test) {

  /// Draws the test part from each label alike; both parts keep the order of the pairs.
  static Parts drawn(List<Pair> pairs, Split.BySeed split) {
    var totals = new HashMap<String, Integer>();
    pairs.forEach(pair -> totals.merge(pair.label(), 1, Integer::sum));
    var places = IntStream.range(0, pairs.size()).boxed().toList();
    var taken = new HashMap<String, Integer>();
    var drawn = new HashSet<Integer>();
    for (int place : Shuffle.of(places, split.seed())) {
      var label = pairs.get(place).label();
      int before = taken.getOrDefault(label, 0);
      if (before < tests(totals.getOrDefault(label, 0), split.test())) {
        taken.put(label, before + 1);
        drawn.add(place);
      }
    }
    return of(pairs, drawn);
  }

  /// The number of test pairs of a label. One of two or more pairs is in both parts.
  private static long tests(int total, double share) {
    long rounded = Math.round(share * total);
    return total < 2 ? rounded : Math.clamp(rounded, 1, total - 1);
  }

  /// Sorts the pairs by the cells of a column.
  ///
  /// @param rows the row of each pair
  /// @param leftOut gets each row that is in no part
  static Parts marked(
      List<Pair> pairs,
      List<TableRow> rows,
      int column,
      Split.ByColumn split,
      List<RowProblem> leftOut) {
    boolean named = !split.test().isEmpty();
    var test = new HashSet<Integer>();
    var kept = new ArrayList<Pair>();
    for (int i = 0; i < pairs.size(); i++) {
      var cell = rows.get(i).cells().get(column).strip();
      boolean isTest = cell.equalsIgnoreCase(named ? split.test() : "test");
      if (isTest || named || cell.equalsIgnoreCase("train")) {
        if (isTest) {
          test.add(kept.size());
        }
        kept.add(pairs.get(i));
      } else {
        leftOut.add(
            new RowProblem(
                rows.get(i).line(),
                "'" + cell + "' in the column '" + split.column() + "' is neither train nor test"));
      }
    }
    return of(kept, test);
  }

  private static Parts of(List<Pair> pairs, Set<Integer> testPlaces) {
    var train = new ArrayList<Pair>();
    var test = new ArrayList<Pair>();
    for (int i = 0; i < pairs.size(); i++) {
      (testPlaces.contains(i) ? test : train).add(pairs.get(i));
    }
    return new Parts(train, test);
  }
}
