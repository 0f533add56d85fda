package kelvin.engine.tuning;

import java.nio.FloatBuffer;
import java.util.List;
import kelvin.inference.training.TrainedWeight;

/// Trains a head as it is for scaled features: with z = (φ − mean) / deviation, its scores are
/// V z + c. The graph has the same head for φ: W = V / deviation and b = c − W mean.
final class ScaledHead implements Trainee {

  private final TrainedWeight matrix;
  private final TrainedWeight biases;
  private final HeadSpace space;
  private final int labels;
  private final int width;
  private final Parameter scaled;
  private final Parameter moved;

  /// Begins with the head that the graph has.
  ///
  /// @param matrix W
  /// @param biases b
  ScaledHead(TrainedWeight matrix, TrainedWeight biases, HeadSpace space) {
    this.matrix = matrix;
    this.biases = biases;
    this.space = space;
    labels = biases.size();
    width = matrix.size() / labels;
    scaled = parameter(matrix);
    moved = parameter(biases);
    for (int k = 0; k < labels; k++) {
      double bias = biases.values().get(k);
      for (int i = 0; i < width; i++) {
        double weight = matrix.values().get(k * width + i);
        scaled.values().put(k * width + i, (float) (weight * space.deviation()));
        bias += weight * space.mean()[i];
      }
      moved.values().put(k, (float) bias);
    }
    giveValues();
  }

  /// The penalty makes them smaller, so nothing else does.
  private static Parameter parameter(TrainedWeight of) {
    return new Parameter(of.place(), Adam.zeros(of.size()), Adam.zeros(of.size()), false);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(scaled, moved);
  }

  @Override
  public void takeGradients() {
    for (int k = 0; k < labels; k++) {
      double bias = biases.gradient().get(k);
      put(moved, k, bias);
      for (int i = 0; i < width; i++) {
        int at = k * width + i;
        put(scaled, at, (matrix.gradient().get(at) - bias * space.mean()[i]) / space.deviation());
      }
    }
  }

  private void put(Parameter parameter, int at, double slope) {
    FloatBuffer gradient = parameter.gradient();
    gradient.put(at, (float) (slope + space.penalty() * parameter.values().get(at)));
  }

  @Override
  public void giveValues() {
    for (int k = 0; k < labels; k++) {
      double bias = moved.values().get(k);
      for (int i = 0; i < width; i++) {
        int at = k * width + i;
        double weight = scaled.values().get(at) / space.deviation();
        matrix.values().put(at, (float) weight);
        bias -= weight * space.mean()[i];
      }
      biases.values().put(k, (float) bias);
    }
  }
}
