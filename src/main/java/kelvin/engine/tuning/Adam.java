package kelvin.engine.tuning;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Adam with decoupled weight decay (D. P. Kingma and J. Ba, “Adam: A Method for Stochastic
/// Optimization”, 2015; I. Loshchilov and F. Hutter, “Decoupled Weight Decay Regularization”,
/// 2019): m and v are running means of the gradient and its square, and θ falls by
/// rate · (m̂ / (√v̂ + ε) + decay · θ).
///
/// Every number is changed by itself, so the result does not depend on the number of threads.
final class Adam {

  static final double MEAN = 0.9;
  static final double SQUARE = 0.999;
  static final double EPSILON = 1e-8;

  /// The numbers that one thread changes at once.
  private static final int BLOCK = 1 << 16;

  private final List<Parameter> parameters;
  private final double decay;
  private final List<FloatBuffer> means = new ArrayList<>();
  private final List<FloatBuffer> squares = new ArrayList<>();
  private int steps;

  Adam(List<Parameter> parameters, double decay) {
    this.parameters = List.copyOf(parameters);
    this.decay = decay;
    for (var each : parameters) {
      means.add(zeros(each.size()));
      squares.add(zeros(each.size()));
    }
  }

  /// Numbers outside of the heap.
  static FloatBuffer zeros(int size) {
    int bytes = Math.multiplyExact(size, Float.BYTES);
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder()).asFloatBuffer();
  }

  /// The running means, then those of the squares, of all parameters.
  List<FloatBuffer> state() {
    var state = new ArrayList<>(means);
    state.addAll(squares);
    return state;
  }

  int steps() {
    return steps;
  }

  /// Goes on after `count` steps, whose state was read.
  void resume(int count) {
    steps = count;
  }

  /// Changes all parameters by their gradients.
  ///
  /// @param factor of the gradients, from clipping
  void step(double rate, double factor) {
    steps++;
    double meanScale = 1 / (1 - StrictMath.pow(MEAN, steps));
    double squareScale = 1 / (1 - StrictMath.pow(SQUARE, steps));
    for (int i = 0; i < parameters.size(); i++) {
      int at = i;
      var parameter = parameters.get(i);
      double shrinking = parameter.decays() ? rate * decay : 0;
      IntStream.range(0, (parameter.size() + BLOCK - 1) / BLOCK)
          .parallel()
          .forEach(
              block -> {
                int from = block * BLOCK;
                int to = Math.min(parameter.size(), from + BLOCK);
                var update = new Update(parameter, means.get(at), squares.get(at));
                update.apply(
                    from, to, new Factors(factor, rate, shrinking, meanScale, squareScale));
              });
    }
  }

  /// The numbers of one step that are the same for all weights.
  private record Factors(
      double gradient, double rate, double shrinking, double meanScale, double squareScale) {}

  private record Update(Parameter parameter, FloatBuffer means, FloatBuffer squares) {

    void apply(int from, int to, Factors factors) {
      var values = parameter.values();
      var gradients = parameter.gradient();
      for (int i = from; i < to; i++) {
        double gradient = gradients.get(i) * factors.gradient();
        double mean = MEAN * means.get(i) + (1 - MEAN) * gradient;
        double square = SQUARE * squares.get(i) + (1 - SQUARE) * gradient * gradient;
        means.put(i, (float) mean);
        squares.put(i, (float) square);
        double value = values.get(i);
        double step =
            mean * factors.meanScale() / (Math.sqrt(square * factors.squareScale()) + EPSILON);
        values.put(i, (float) (value - factors.rate() * step - factors.shrinking() * value));
      }
    }
  }
}
