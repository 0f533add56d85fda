package kelvin.engine.tuning;

import java.nio.FloatBuffer;
import java.util.List;
import kelvin.inference.training.TrainedWeight;

/// The numbers that the optimiser changes, and the weights that follow from them.
interface Trainee {

  List<Parameter> parameters();

  /// Makes the parameters' gradients from those of the weights.
  void takeGradients();

  /// Makes the weights from the parameters.
  void giveValues();

  /// The number of the numbers that are learned.
  default long count() {
    return parameters().stream().mapToLong(Parameter::size).sum();
  }

  default List<FloatBuffer> values() {
    return parameters().stream().map(Parameter::values).toList();
  }

  /// @param rank of what is added to each matrix; 0 to train the weights themselves
  static Trainee of(List<TrainedWeight> weights, int rank, long seed) {
    return rank == 0 ? new WholeWeights(weights) : LowRank.of(weights, rank, seed);
  }

  /// The weights themselves.
  record WholeWeights(List<TrainedWeight> weights) implements Trainee {

    @Override
    public List<Parameter> parameters() {
      return weights.stream()
          .map(each -> new Parameter(each.place(), each.values(), each.gradient(), each.isMatrix()))
          .toList();
    }

    @Override
    public void takeGradients() {}

    @Override
    public void giveValues() {}
  }
}
