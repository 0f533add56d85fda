package kelvin.experiment.tuning;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import kelvin.experiment.data.DataException;
import kelvin.experiment.data.DataSet;
import kelvin.experiment.data.Pair;
import kelvin.experiment.evaluation.EvaluationSetup;
import kelvin.experiment.evaluation.FitPart;

/// The pairs of a fine-tuning.
///
/// @param name of the data set
/// @param train the pairs to learn from, at least two, of at least two labels
/// @param test the pairs to judge on
/// @param notes a sentence for each kind of pair that was left out
public record TuningData(String name, List<Pair> train, List<Pair> test, List<String> notes) {

  public TuningData {
    train = List.copyOf(train);
    test = List.copyOf(test);
    notes = List.copyOf(notes);
  }

  /// Takes the train part without the pairs that the prompt shows and those that the test part has.
  ///
  /// @param most the most pairs to learn from; each label has its turn
  /// @param seed of the draw
  /// @throws DataException when there is nothing to tell apart, with the reason
  public static TuningData of(DataSet data, EvaluationSetup setup, int most, long seed)
      throws DataException {
    var part = FitPart.of(data, setup);
    var train = most < part.pairs().size() ? Turns.drawn(part.pairs(), most, seed) : part.pairs();
    if (train.size() < 2) {
      throw new DataException(
          "There is only one pair to learn from (" + train.getFirst().place() + "): give more.");
    }
    var labels = new HashSet<Integer>();
    train.forEach(pair -> labels.add(setup.labels().indexOf(pair.label())));
    if (labels.size() < 2) {
      throw new DataException(
          String.format(
              Locale.ROOT,
              "All %,d pairs to learn from have the label '%s': there is nothing to tell apart.",
              train.size(),
              train.getFirst().label()));
    }
    return new TuningData(data.name(), train, data.test(), part.notes());
  }
}
