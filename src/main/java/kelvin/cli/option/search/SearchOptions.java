package kelvin.cli.option.search;

import kelvin.cli.environment.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of a search through texts: its budget, and how much of the result is listed.
public final class SearchOptions {

  private static final int LISTED = 20;

  @Option(
      names = "--budget",
      paramLabel = "N",
      description = "The most runs of the model. Default: 500.")
  private @Nullable Integer budget;

  @Option(
      names = "--top",
      paramLabel = "N",
      description =
          "List the N most probable ones; the others are counted. Default: 20; with --json, all.")
  private @Nullable Integer top;

  /// @param otherwise the budget if none is given
  public int budget(int otherwise) {
    return atLeast("--budget", 0, budget == null ? otherwise : budget);
  }

  /// The number of results in the list.
  ///
  /// @param json whether the list is for scripts
  public int listed(boolean json) {
    return listed(top, json);
  }

  /// The number of results in the list of a command that has a `--top` of its own.
  ///
  /// @param json whether the list is for scripts
  public static int listed(@Nullable Integer top, boolean json) {
    int otherwise = json ? Integer.MAX_VALUE : LISTED;
    return atLeast("--top", 0, top == null ? otherwise : top);
  }

  /// Returns the number if it is in range.
  ///
  /// @throws UsageException if it is not
  public static int atLeast(String option, int min, int number) {
    if (number < min) {
      throw new UsageException(option + " must be " + min + " or more, was " + number);
    }
    return number;
  }

  /// The probability that a search has to find.
  ///
  /// @throws UsageException if it is not above 0 and at most 1
  public static double mass(double mass) {
    if (!(mass > 0 && mass <= 1)) {
      throw new UsageException("--mass must be above 0 and at most 1, was " + mass);
    }
    return mass;
  }
}
