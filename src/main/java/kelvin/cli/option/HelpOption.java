package kelvin.cli.option;

import picocli.CommandLine.Option;

/// `--help` of a command.
public final class HelpOption {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  boolean given;
}
