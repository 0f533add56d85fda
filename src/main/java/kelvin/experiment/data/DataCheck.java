package kelvin.experiment.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import kelvin.prompt.Example;
import kelvin.text.Count;
import kelvin.text.VisibleText;

/// Says what about a data set makes its numbers worth less than they look.
public final class DataCheck {

  /// The number of rows that are named one by one.
  private static final int NAMED = 5;

  private DataCheck() {}

  /// Sentences for the user, the most important first.
  public static List<String> sentences(DataSet data) {
    var sentences = new ArrayList<String>();
    addLabels(data, sentences);
    addRepeated(data, sentences);
    data.leftOut().stream().limit(NAMED).forEach(sentences::add);
    int more = data.leftOut().size() - NAMED;
    if (more > 0) {
      sentences.add(
          Count.of(more) + " more " + (more == 1 ? "row was" : "rows were") + " left out.");
    }
    return sentences;
  }

  /// Sentences if inputs of the test part are shown in the prompt, or if a label is never shown
  /// although there is room for it.
  ///
  /// @param shown the examples of the prompt
  public static List<String> shown(DataSet data, List<Example> shown) {
    var inputs = shown.stream().map(Example::input).collect(Collectors.toSet());
    var pairs = data.test().stream().filter(pair -> inputs.contains(pair.input())).toList();
    var sentences = new ArrayList<String>();
    if (!pairs.isEmpty()) {
      sentences.add(
          inputs(pairs)
              + " of the test part "
              + (pairs.size() == 1 ? "is shown as an example" : "are shown as examples")
              + " in the prompt.");
    }
    var outputs = shown.stream().map(Example::output).collect(Collectors.toSet());
    var missing = data.labels().stream().filter(label -> !outputs.contains(label)).toList();
    if (shown.size() >= data.labels().size() && !missing.isEmpty()) {
      sentences.add("The examples in the prompt never have " + named(missing) + ".");
    }
    return sentences;
  }

  private static void addLabels(DataSet data, List<String> sentences) {
    var tested = data.test().stream().map(Pair::label).distinct().toList();
    if (data.test().size() == 1) {
      sentences.add("The test part has a single pair, which says next to nothing about others.");
    } else if (tested.size() == 1) {
      sentences.add(
          "All pairs of the test part have the label '"
              + VisibleText.of(tested.getFirst())
              + "': always choosing it would be right.");
    }
    var trained = data.train().stream().map(Pair::label).collect(Collectors.toSet());
    var unknown = tested.stream().filter(label -> !trained.contains(label)).toList();
    if (!data.train().isEmpty() && !unknown.isEmpty()) {
      sentences.add("The train part never has " + named(unknown) + ", which the test part has.");
    }
  }

  private static String named(List<String> labels) {
    int more = labels.size() - NAMED;
    return labels.stream()
            .limit(NAMED)
            .map(label -> "'" + VisibleText.of(label) + "'")
            .collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }

  private static void addRepeated(DataSet data, List<String> sentences) {
    var trained = data.train().stream().map(Pair::input).collect(Collectors.toSet());
    var seen = new HashSet<String>();
    var inBoth = new ArrayList<Pair>();
    var again = new ArrayList<Pair>();
    for (var pair : data.test()) {
      if (trained.contains(pair.input())) {
        inBoth.add(pair);
      }
      if (!seen.add(pair.input())) {
        again.add(pair);
      }
    }
    if (!inBoth.isEmpty()) {
      sentences.add(
          inputs(inBoth)
              + " of the test part "
              + (inBoth.size() == 1 ? "is" : "are")
              + " in the train part too.");
    }
    if (!again.isEmpty()) {
      sentences.add(
          inputs(again)
              + " of the test part "
              + (again.size() == 1 ? "repeats" : "repeat")
              + " an earlier one.");
    }
  }

  /// Such as `3 inputs (the first is line 7)`.
  private static String inputs(List<Pair> pairs) {
    return pairs.size() == 1
        ? "One input (" + pairs.getFirst().place() + ")"
        : Count.of(pairs.size()) + " inputs (the first is " + pairs.getFirst().place() + ")";
  }
}
