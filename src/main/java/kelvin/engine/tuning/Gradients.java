package kelvin.engine.tuning;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;

/// The length of gradients, and faults in them.
final class Gradients {

  private Gradients() {}

  /// The Euclidean length of all gradients together; not finite if one of their numbers is not.
  static double length(List<FloatBuffer> gradients) {
    double sum = 0;
    for (var each : gradients) {
      sum += square(each);
    }
    return Math.sqrt(sum);
  }

  private static double square(FloatBuffer numbers) {
    double sum = 0;
    for (int i = 0; i < numbers.capacity(); i++) {
      double number = numbers.get(i);
      sum += number * number;
    }
    return sum;
  }

  /// The index of the last gradient with a number that is not finite: the one nearest to the loss.
  static Optional<Integer> fault(List<FloatBuffer> gradients) {
    for (int i = gradients.size() - 1; i >= 0; i--) {
      if (!Double.isFinite(square(gradients.get(i)))) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }
}
