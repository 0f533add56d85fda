package kelvin.engine.tuning;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import kelvin.inference.Cancellation;
import kelvin.inference.TrainingRuns;
import kelvin.inference.training.TrainedWeight;
import kelvin.inference.training.TrainingText;

/// The gradients of a step's mean loss per learned token. Texts that do not run together are run
/// one after the other, and their gradients are added up.
final class StepGradients {

  private final TrainingRuns runs;
  private final int together;
  private List<FloatBuffer> sums = List.of();

  /// @param together the most texts that are run at once
  StepGradients(TrainingRuns runs, int together) {
    this.runs = runs;
    this.together = runs.takesBatches() ? together : 1;
  }

  /// Leaves the gradients in the weights.
  ///
  /// @return −ln p summed over the learned tokens
  double of(List<TrainingText> batch, Cancellation cancellation) {
    double share = 1.0 / learned(batch);
    var gradients = runs.weights().stream().map(TrainedWeight::gradient).toList();
    double loss = 0;
    for (int from = 0; from < batch.size(); from += together) {
      var part = batch.subList(from, Math.min(batch.size(), from + together));
      for (double each : runs.gradients(part, share, cancellation)) {
        loss += each;
      }
      if (batch.size() > together) {
        add(gradients, from == 0);
      }
    }
    if (batch.size() > together) {
      for (int i = 0; i < gradients.size(); i++) {
        gradients.get(i).put(0, sums.get(i), 0, sums.get(i).capacity());
      }
    }
    return loss;
  }

  private void add(List<FloatBuffer> gradients, boolean isFirst) {
    if (sums.isEmpty()) {
      var fresh = new ArrayList<FloatBuffer>();
      gradients.forEach(each -> fresh.add(Adam.zeros(each.capacity())));
      sums = fresh;
    }
    for (int i = 0; i < sums.size(); i++) {
      var sum = sums.get(i);
      for (int j = 0; j < sum.capacity(); j++) {
        sum.put(j, (isFirst ? 0 : sum.get(j)) + gradients.get(i).get(j));
      }
    }
  }

  /// The mean loss per learned token of texts, without gradients; NaN without texts.
  double loss(List<TrainingText> texts, Cancellation cancellation) {
    double sum = 0;
    for (var batch : LengthBatches.of(texts, together, 0, 0)) {
      for (double each : runs.losses(batch, cancellation)) {
        sum += each;
      }
    }
    return sum / learned(texts);
  }

  static int learned(List<TrainingText> texts) {
    return texts.stream().mapToInt(TrainingText::learned).sum();
  }
}
