package kelvin.cli.option.tuning;

import java.nio.file.Path;
import java.util.OptionalDouble;
import kelvin.cli.environment.GivenChoice;
import kelvin.cli.environment.UsageException;
import kelvin.experiment.tuning.Depth;
import kelvin.experiment.tuning.Loss;
import kelvin.experiment.tuning.Training;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that say what is trained and where it is written.
public final class TuningOptions {

  @Option(
      names = "--depth",
      paramLabel = "DEPTH",
      description =
          "What is trained: head, which leaves the model as it is; norms (and biases); last, the last"
              + " block; lowrank, products of thin matrices that are added to those in the blocks;"
              + " or all. Default: head.")
  private String depth = Depth.HEAD.label();

  @Option(
      names = "--loss",
      paramLabel = "LOSS",
      description =
          "What is made small: head, -ln of the share that a head gives the right label, where head"
              + " and weights are trained together; lm, -ln p of the right answer's tokens. Default:"
              + " head for a head, lm for all else.")
  private @Nullable String loss;

  @Option(
      names = "--examples",
      paramLabel = "N",
      description =
          "Learn from N pairs of the train part, drawn by --seed in turns of their labels. Default:"
              + " all.")
  private @Nullable Integer examples;

  @Option(
      names = "--l2",
      paramLabel = "X",
      description =
          "The penalty of the head: X/2 times the sum of the squares of its numbers, for features"
              + " with a mean square of 1. Default: 10, 1, 0.1, 0.01 or 0.001, by cross-validation"
              + " in the train part.")
  private @Nullable Double l2;

  @Mixin private TrainingOptions training = new TrainingOptions();

  @Option(
      names = "-o",
      paramLabel = "DIR",
      required = true,
      description = "The new folder for the model. It must not exist yet.")
  private Path folder = Path.of("");

  /// @throws UsageException when the options make no sense together
  public Depth depth() {
    var chosen = GivenChoice.of("--depth", Depth.ALL_DEPTHS, depth);
    if (!chosen.losses().contains(loss(chosen))) {
      throw new UsageException(
          "--loss lm trains weights: take --depth norms, last, lowrank or all, or --loss head");
    }
    if (chosen == Depth.HEAD && training.isGiven()) {
      throw new UsageException(
          "a head is solved to its optimum, without steps to choose: leave out --epochs, --rate and"
              + " the other options of a training, or take another --depth");
    }
    if (l2 != null && loss(chosen) != Loss.HEAD) {
      throw new UsageException("--l2 is for a head, and --loss lm has none: take --decay");
    }
    return chosen;
  }

  private Loss loss(Depth chosen) {
    return loss == null ? chosen.losses().getFirst() : GivenChoice.of("--loss", Loss.ALL, loss);
  }

  /// The training of weights.
  ///
  /// @throws UsageException naming the option that makes no sense
  public Training training(long seed) {
    var chosen = depth();
    return new Training(chosen, loss(chosen), l2(), training.settings(chosen, seed));
  }

  /// The file for the state of a training, beside the folder.
  public Path checkpoint() {
    var target = folder.toAbsolutePath().normalize();
    return target.resolveSibling("." + target.getFileName() + ".training");
  }

  /// The most pairs to learn from.
  public int examples() {
    if (examples != null && examples < 2) {
      throw new UsageException("--examples must be at least 2, was " + examples);
    }
    return examples == null ? Integer.MAX_VALUE : examples;
  }

  /// The penalty; empty if it is to be chosen.
  public OptionalDouble l2() {
    if (l2 != null && !(l2 > 0 && Double.isFinite(l2))) {
      throw new UsageException("--l2 must be a number greater than 0, was " + l2);
    }
    return l2 == null ? OptionalDouble.empty() : OptionalDouble.of(l2);
  }

  public Path folder() {
    return folder;
  }
}
