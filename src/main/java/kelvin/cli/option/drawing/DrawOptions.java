package kelvin.cli.option.drawing;

import java.util.Arrays;
import java.util.stream.Collectors;
import kelvin.cli.environment.UsageException;
import kelvin.distribution.DrawMode;
import picocli.CommandLine.Option;

/// `--seed` and `--draw`: where random numbers come from, and what is made of them.
public final class DrawOptions {

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "What all random numbers come from. Default: 42.")
  private long seed = 42;

  @Option(
      names = "--draw",
      paramLabel = "MODE",
      description =
          "inverse-cdf takes the first rank whose cumulative probability exceeds a random number;"
              + " gumbel the greatest ln p + noise, which changes least when settings do; greedy"
              + " always takes rank 1. Default: inverse-cdf.")
  private String draw = DrawMode.INVERSE_CDF.label();

  public long seed() {
    return seed;
  }

  /// @throws UsageException if there is no such mode
  public DrawMode mode() {
    return mode(draw);
  }

  /// The mode of a value of `--draw`.
  ///
  /// @throws UsageException if there is no such mode
  public static DrawMode mode(String label) {
    return Arrays.stream(DrawMode.values())
        .filter(mode -> mode.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    Arrays.stream(DrawMode.values())
                        .map(DrawMode::label)
                        .collect(Collectors.joining(" or ", "--draw must be ", ""))
                        .concat(", was '" + label + "'")));
  }
}
