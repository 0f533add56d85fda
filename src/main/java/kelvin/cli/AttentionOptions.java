package kelvin.cli;

import kelvin.cli.environment.UsageException;
import kelvin.engine.inside.AttentionChoice;
import kelvin.engine.inside.AttentionChoice.Part;
import picocli.CommandLine.Option;

/// The rows of attention that are shown.
final class AttentionOptions {

  static final String ALL = "all";
  static final String MEAN = "mean";

  @Option(
      names = "--layer",
      paramLabel = "L",
      description =
          "A layer, counted from 1 among those that have attention; all gives each of them, mean"
              + " their mean. Default: all.")
  private String layer = ALL;

  @Option(
      names = "--head",
      paramLabel = "H",
      description =
          "A head, counted from 1; all gives each of them, mean their mean. Default: mean.")
  private String head = MEAN;

  @Option(
      names = "--without-start",
      description =
          "Leave the first token out. The weights of the others are then scaled to sum to 1.")
  private boolean withoutStart;

  AttentionChoice choice() {
    return new AttentionChoice(part("--layer", layer), part("--head", head), withoutStart);
  }

  static Part part(String option, String value) {
    return switch (value) {
      case ALL -> Part.Whole.ALL;
      case MEAN -> Part.Whole.MEAN;
      default -> new Part.One(number(option, value));
    };
  }

  private static int number(String option, String value) {
    try {
      int number = Integer.parseInt(value);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Said below.
    }
    throw new UsageException(option + " must be all, mean or a number from 1; was '" + value + "'");
  }
}
