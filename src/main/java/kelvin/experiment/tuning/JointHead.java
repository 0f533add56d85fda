package kelvin.experiment.tuning;

import java.util.List;
import java.util.OptionalDouble;
import kelvin.engine.tuning.HeadSpace;
import kelvin.experiment.tuning.TuningProgress.Phase;
import kelvin.inference.Cancellation;
import kelvin.inference.TrainingRuns;
import kelvin.inference.training.TrainedWeight;
import kelvin.inference.training.TrainingText;

/// The head that is trained together with weights. It begins at the optimum for the features of the
/// model as it is, which a head alone would keep.
///
/// @param labels the names of the labels
/// @param matrix W, as the runs have it now
/// @param biases b
/// @param space in which it is trained
record JointHead(List<String> labels, TrainedWeight matrix, TrainedWeight biases, HeadSpace space) {

  JointHead {
    labels = List.copyOf(labels);
  }

  /// Fits the head to texts and gives it to the runs.
  ///
  /// @param runs with the model's own weights and a head
  /// @param learned texts with labels, at least one
  /// @param l2 the penalty; chosen by cross-validation if it is empty
  /// @param seed of the cross-validation
  /// @throws kelvin.inference.CancelledException if cancelled
  static JointHead begin(
      TrainingRuns runs,
      List<String> labels,
      List<TrainingText> learned,
      OptionalDouble l2,
      long seed,
      TuningProgress.Listener listener,
      Cancellation cancellation) {
    var telling = new Telling(listener, Phase.FEATURES, learned.size());
    var rows =
        learned.stream()
            .map(
                text -> {
                  var row = runs.features(List.of(text), cancellation).getFirst();
                  telling.one();
                  return row;
                })
            .toList();
    var right = learned.stream().mapToInt(text -> text.targets()[0]).toArray();
    var table = new FeatureTable(rows, right, labels.size());
    double penalty =
        l2.orElseGet(() -> PenaltyChoice.of(labels, table, seed, () -> {}, cancellation));
    var none = new FeatureTable(List.of(), new int[0], labels.size());
    var fit = HeadFit.of(labels, penalty, table, none, cancellation);
    var scale = Scale.of(table);
    var all = runs.weights();
    var begun =
        new JointHead(
            labels,
            all.get(all.size() - 2),
            all.getLast(),
            new HeadSpace(scale.mean(), scale.deviation(), penalty));
    begun.take(fit.head());
    runs.changed();
    return begun;
  }

  private void take(Head head) {
    for (int k = 0; k < labels.size(); k++) {
      biases.values().put(k, (float) head.biases()[k]);
      for (int i = 0; i < head.width(); i++) {
        matrix.values().put(k * head.width() + i, (float) head.weights()[k][i]);
      }
    }
  }

  /// The head as it is now.
  TrainedHead now() {
    int width = matrix.size() / labels.size();
    var weights = new double[labels.size()][width];
    var shifts = new double[labels.size()];
    for (int k = 0; k < shifts.length; k++) {
      shifts[k] = biases.values().get(k);
      for (int i = 0; i < width; i++) {
        weights[k][i] = matrix.values().get(k * width + i);
      }
    }
    return new TrainedHead(new Head(labels, weights, shifts), space.penalty());
  }
}
