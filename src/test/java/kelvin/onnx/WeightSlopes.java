package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.FloatBuffer;
import java.util.List;
import kelvin.inference.Cancellation;
import kelvin.inference.TrainingRuns;
import kelvin.inference.training.TrainedWeight;
import kelvin.inference.training.TrainingText;

/// Compares gradients of weights with differences of the loss.
final class WeightSlopes {

  private WeightSlopes() {}

  static double loss(TrainingRuns runs, TrainingText text) {
    return runs.losses(List.of(text), new Cancellation())[0];
  }

  static float[] copy(FloatBuffer numbers) {
    var copy = new float[numbers.capacity()];
    numbers.get(0, copy);
    return copy;
  }

  /// Asserts for each weight by itself that the loss changes along its gradient as that says.
  static void assertThoseOfTheLoss(TrainingRuns runs, TrainingText text) {
    runs.gradients(List.of(text), 1, new Cancellation());
    for (var weight : runs.weights()) {
      double expected = difference(runs, weight, text);
      assertEquals(expected, length(weight), 0.02 * Math.max(0.5, expected), weight.place());
    }
  }

  /// Along the gradient the loss grows by its length.
  static double length(TrainedWeight weight) {
    double sum = 0;
    for (float part : copy(weight.gradient())) {
      sum += (double) part * part;
    }
    return Math.sqrt(sum);
  }

  private static double difference(TrainingRuns runs, TrainedWeight weight, TrainingText text) {
    var values = copy(weight.values());
    var direction = copy(weight.gradient());
    double length = length(weight);
    double step = 3e-4;
    double[] losses = new double[2];
    for (int side = 0; side < 2; side++) {
      for (int i = 0; i < values.length; i++) {
        double move = length == 0 ? 0 : (1 - 2 * side) * step * direction[i] / length;
        weight.values().put(i, (float) (values[i] + move));
      }
      runs.changed();
      losses[side] = loss(runs, text);
    }
    weight.values().put(0, values);
    runs.changed();
    return (losses[0] - losses[1]) / (2 * step);
  }
}
