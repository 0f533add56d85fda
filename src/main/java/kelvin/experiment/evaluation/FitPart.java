package kelvin.experiment.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import kelvin.experiment.data.DataException;
import kelvin.experiment.data.DataSet;
import kelvin.experiment.data.Pair;
import kelvin.prompt.Example;
import kelvin.prompt.FewShotPrompt;

/// The pairs of the train part that a correction, a threshold or sets are fitted on.
///
/// A pair that the prompt shows as an example is no fair one: the model was told its label. A pair
/// that the test part has too would be judged on what it was fitted on.
///
/// @param notes a sentence for each kind of pair that was left out
public record FitPart(List<Pair> pairs, List<String> notes) {

  public FitPart {
    pairs = List.copyOf(pairs);
    notes = List.copyOf(notes);
  }

  /// @throws DataException when no pair is left, with the reason
  public static FitPart of(DataSet data, EvaluationSetup setup) throws DataException {
    if (data.train().isEmpty()) {
      throw new DataException(
          "There is no train part to fit on: split the data by a seed or by a column.");
    }
    var shown = new HashSet<String>();
    if (setup.base() instanceof FewShotPrompt prompt) {
      prompt.shown().stream().map(Example::input).forEach(shown::add);
    }
    var tested = new HashSet<String>();
    data.test().forEach(pair -> tested.add(pair.input()));
    var notes = new ArrayList<String>();
    var pairs = data.train();
    pairs = without(pairs, pair -> shown.contains(pair.input()), "the prompt shows them", notes);
    pairs = without(pairs, pair -> tested.contains(pair.input()), "the test part has them", notes);
    pairs =
        without(
            pairs,
            pair -> setup.labels().indexOf(pair.label()) < 0,
            "their labels are not compared",
            notes);
    if (pairs.isEmpty()) {
      throw new DataException(
          "There is no pair of the train part to fit on: " + String.join(" ", notes));
    }
    return new FitPart(pairs, notes);
  }

  private static List<Pair> without(
      List<Pair> pairs, Predicate<Pair> isOut, String reason, List<String> notes) {
    var kept = pairs.stream().filter(isOut.negate()).toList();
    int out = pairs.size() - kept.size();
    if (out > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "The fit leaves out %,d of %,d pairs of the train part, because %s.",
              out,
              pairs.size(),
              reason));
    }
    return kept;
  }
}
