package kelvin.cli;

import kelvin.distribution.SamplingParameters;
import picocli.CommandLine.Option;

/// From logits to what the draw uses: temperature first, then top-k, top-p and min-p.
final class SamplingOptions {

  @Option(
      names = "--temperature",
      paramLabel = "TAU",
      description = "Logits are divided by it; 0 is greedy. Default: 1.")
  private double temperature = SamplingParameters.NEUTRAL.temperature();

  @Option(
      names = "--top-k",
      paramLabel = "K",
      description = "Keep the K most probable tokens, and those that tie with the K-th; 0 is off.")
  private int topK = SamplingParameters.NEUTRAL.topK();

  @Option(
      names = "--top-p",
      paramLabel = "P",
      description =
          "Keep the nucleus: the tokens with less than P of the mass above them, 0 to 1; 1 is off.")
  private double topP = SamplingParameters.NEUTRAL.topP();

  @Option(
      names = "--min-p",
      paramLabel = "P",
      description = "Keep tokens with at least P times the greatest probability, 0 to 1; 0 is off.")
  private double minP = SamplingParameters.NEUTRAL.minP();

  SamplingParameters parameters() {
    try {
      return new SamplingParameters(temperature, topK, topP, minP);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e);
    }
  }
}
