package kelvin.cli;

import picocli.CommandLine.Option;

/// How to answer.
final class JsonOption {

  @Option(
      names = "--json",
      description = "Answer in JSON: numbers unrounded, probabilities 0..1, nats.")
  private boolean json;

  boolean isGiven() {
    return json;
  }
}
