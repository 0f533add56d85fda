package kelvin.cli.option.tuning;

import kelvin.cli.environment.UsageException;
import kelvin.engine.tuning.TuningSettings;
import kelvin.experiment.tuning.Depth;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of a training of weights, which a head does not take.
public final class TrainingOptions {

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "How often all pairs are learned, at most. Default: 10.")
  private @Nullable Integer epochs;

  @Option(
      names = "--rate",
      paramLabel = "R",
      description =
          "The greatest learning rate. Default: 2e-4 for all, 1e-3 for last, 1e-2 for norms, 2e-3 for"
              + " lowrank.")
  private @Nullable Double rate;

  @Option(names = "--batch", paramLabel = "N", description = "The pairs of a step. Default: 8.")
  private @Nullable Integer batch;

  @Option(
      names = "--together",
      paramLabel = "N",
      description =
          "The most pairs that are run at once; the gradients of a step are added up. Fewer take less"
              + " memory. Default: all of a step.")
  private @Nullable Integer together;

  @Option(
      names = "--decay",
      paramLabel = "X",
      description =
          "The weight decay of matrices: each step takes rate times X of them. Default: 0.01.")
  private @Nullable Double decay;

  @Option(
      names = "--clip",
      paramLabel = "X",
      description = "The greatest length of a step's gradient; 0 for no limit. Default: 1.")
  private @Nullable Double clip;

  @Option(
      names = "--warm-up",
      paramLabel = "SHARE",
      description = "The share of the steps in which the rate grows. Default: 0.1.")
  private @Nullable Double warmUp;

  @Option(
      names = "--patience",
      paramLabel = "N",
      description =
          "End after N epochs in which the held-out loss did not fall below its lowest. Default: 3.")
  private @Nullable Integer patience;

  @Option(
      names = "--rank",
      paramLabel = "N",
      description = "With --depth lowrank: the rank of what is added to each matrix. Default: 8.")
  private @Nullable Integer rank;

  /// Returns whether an option is given.
  boolean isGiven() {
    return epochs != null
        || rate != null
        || batch != null
        || together != null
        || decay != null
        || clip != null
        || warmUp != null
        || patience != null
        || rank != null;
  }

  /// @throws UsageException naming the option that makes no sense
  TuningSettings settings(Depth depth, long seed) {
    if (rank != null && depth != Depth.LOWRANK) {
      throw new UsageException("--rank is for --depth lowrank");
    }
    int step = whole("--batch", batch, TuningSettings.BATCH);
    double greatest = real("--rate", rate, depth.rate());
    if (greatest == 0) {
      throw new UsageException("--rate must be greater than 0");
    }
    double length = real("--clip", clip, TuningSettings.CLIP);
    double share = real("--warm-up", warmUp, TuningSettings.WARM_UP);
    if (share > 1) {
      throw new UsageException("--warm-up must be from 0 to 1, was " + share);
    }
    return new TuningSettings(
        whole("--epochs", epochs, TuningSettings.EPOCHS),
        greatest,
        real("--decay", decay, TuningSettings.DECAY),
        step,
        whole("--together", together, step),
        length == 0 ? Double.POSITIVE_INFINITY : length,
        share,
        whole("--patience", patience, TuningSettings.PATIENCE),
        depth == Depth.LOWRANK ? whole("--rank", rank, TuningSettings.RANK) : 0,
        seed);
  }

  private static int whole(String option, @Nullable Integer given, int otherwise) {
    if (given != null && given < 1) {
      throw new UsageException(option + " must be at least 1, was " + given);
    }
    return given == null ? otherwise : given;
  }

  private static double real(String option, @Nullable Double given, double otherwise) {
    if (given != null && !(given >= 0 && Double.isFinite(given))) {
      throw new UsageException(option + " must be a number of at least 0, was " + given);
    }
    return given == null ? otherwise : given;
  }
}
