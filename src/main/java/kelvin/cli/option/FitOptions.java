package kelvin.cli.option;

import java.util.OptionalDouble;
import kelvin.cli.environment.UsageException;
import kelvin.experiment.evaluation.Fits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of what is fitted on the train part.
public final class FitOptions {

  @Option(
      names = "--fit",
      description =
          "Fit a temperature and a bias for each label on the train part, and judge them on the test"
              + " part: the measures before and after.")
  private boolean correction;

  @Option(
      names = "--error",
      paramLabel = "E",
      description =
          "Choose on the train part the threshold that takes the most decisions with at most this"
              + " share of errors, such as 0.05, and judge it on the test part.")
  private @Nullable Double error;

  @Option(
      names = "--sets",
      paramLabel = "A",
      description =
          "Make for each item the set of labels that holds the right one this often, such as 0.9"
              + " (split conformal), calibrated on the train part.")
  private @Nullable Double sets;

  /// @throws UsageException naming the option that makes no sense
  public Fits.Wanted wanted() {
    if (error != null && !(error >= 0 && error <= 1)) {
      throw new UsageException("--error must be from 0 to 1, was " + error);
    }
    if (sets != null && !(sets > 0 && sets < 1)) {
      throw new UsageException("--sets must be between 0 and 1, was " + sets);
    }
    return new Fits.Wanted(correction, optional(error), optional(sets));
  }

  private static OptionalDouble optional(@Nullable Double number) {
    return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
  }
}
