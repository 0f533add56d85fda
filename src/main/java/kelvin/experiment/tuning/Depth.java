package kelvin.experiment.tuning;

import java.util.List;
import java.util.Optional;
import kelvin.inference.training.WeightChoice;
import kelvin.text.Choice;

/// The part of a model that is trained.
public enum Depth implements Choice {
  /// A head on the features; the model stays as it is.
  HEAD("head", 0),
  /// The scales of norms, and biases.
  NORMS("norms", 1e-2),
  /// The weights of the last block.
  LAST("last", 1e-3),
  /// A product of two thin matrices that is added to each matrix in the blocks.
  LOWRANK("lowrank", 2e-3),
  /// All weights.
  ALL("all", 2e-4);

  public static final List<Depth> ALL_DEPTHS = List.of(values());

  /// Those that train weights of the model.
  public static final List<Depth> OF_WEIGHTS =
      ALL_DEPTHS.stream().filter(depth -> depth != HEAD).toList();

  private final String label;
  private final double rate;

  Depth(String label, double rate) {
    this.label = label;
    this.rate = rate;
  }

  @Override
  public String label() {
    return label;
  }

  /// The learning rate where none is given. The fewer numbers are trained, the greater it is.
  public double rate() {
    return rate;
  }

  /// The losses that it can make small, the usual one first.
  public List<Loss> losses() {
    return this == HEAD ? List.of(Loss.HEAD) : List.of(Loss.LM, Loss.HEAD);
  }

  /// The weights that are trained; empty for a head.
  public Optional<WeightChoice> weights() {
    return switch (this) {
      case HEAD -> Optional.empty();
      case NORMS -> Optional.of(WeightChoice.NORMS);
      case LAST -> Optional.of(WeightChoice.LAST);
      case LOWRANK -> Optional.of(WeightChoice.MATRICES);
      case ALL -> Optional.of(WeightChoice.ALL);
    };
  }
}
