package kelvin.cli;

import java.util.stream.Stream;
import kelvin.cli.environment.UsageException;
import kelvin.engine.inside.AttentionChoice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The row of attention that shades a figure.
final class AttentionRowOptions {

  @Option(
      names = "--layer",
      paramLabel = "L",
      description =
          "The layer of --shading attention, counted from 1 among those that have attention, or"
              + " mean. Default: mean.")
  private @Nullable String layer;

  @Option(
      names = "--head",
      paramLabel = "H",
      description = "The head of --shading attention, counted from 1, or mean. Default: mean.")
  private @Nullable String head;

  @Option(
      names = "--without-start",
      description =
          "Leave the first token out of --shading attention; the weights of the others are then"
              + " scaled to sum to 1.")
  private boolean withoutStart;

  /// @throws UsageException when a row is chosen that nothing shows
  void requireNone() {
    if (withoutStart || Stream.of(layer, head).anyMatch(given -> given != null)) {
      throw new UsageException("--layer, --head and --without-start are for --shading attention");
    }
  }

  /// The choice of one row.
  ///
  /// @throws UsageException naming the option that makes no sense
  AttentionChoice choice() {
    return new AttentionChoice(
        AttentionOptions.part("--layer", one("--layer", layer)),
        AttentionOptions.part("--head", one("--head", head)),
        withoutStart);
  }

  private static String one(String option, @Nullable String given) {
    if (AttentionOptions.ALL.equals(given)) {
      throw new UsageException(option + " must be mean or a number from 1: a figure shows one row");
    }
    return given == null ? AttentionOptions.MEAN : given;
  }
}
