package kelvin.cli.option;

import picocli.CommandLine.Option;

/// `--json`: prints JSON instead of text.
public final class JsonOption {

  @Option(
      names = "--json",
      description = "Answer in JSON: numbers unrounded, probabilities 0..1, nats.")
  private boolean json;

  public boolean isGiven() {
    return json;
  }
}
