package kelvin.engine.tuning;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /// @param rank of what is added to each matrix of the model; 0 to train the weights themselves
  static Trainee of(List<TrainedWeight> weights, int rank, long seed) {
    return rank == 0 ? new WholeWeights(weights) : LowRank.of(weights, rank, seed);
  }

  /// The same with a head, whose W and b are the last two weights.
  ///
  /// @param head empty if there is none
  static Trainee of(List<TrainedWeight> weights, int rank, long seed, Optional<HeadSpace> head) {
    if (head.isEmpty()) {
      return of(weights, rank, seed);
    }
    int count = weights.size() - 2;
    var ofModel = of(weights.subList(0, count), rank, seed);
    var ofHead = new ScaledHead(weights.get(count), weights.get(count + 1), head.get());
    return new Both(ofModel, ofHead);
  }

  /// Two parts that are trained together.
  record Both(Trainee first, Trainee second) implements Trainee {

    @Override
    public List<Parameter> parameters() {
      var all = new ArrayList<>(first.parameters());
      all.addAll(second.parameters());
      return all;
    }

    @Override
    public void takeGradients() {
      first.takeGradients();
      second.takeGradients();
    }

    @Override
    public void giveValues() {
      first.giveValues();
      second.giveValues();
    }
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
