package kelvin.cli.option;

import kelvin.cli.environment.UsageException;
import kelvin.engine.answer.AnswerLimits;
import kelvin.engine.answer.StopText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say where an answer ends and how long to look for answers.
public final class AnswerOptions {

  @Option(
      names = "--stop-text",
      paramLabel = "TEXT",
      description =
          "What ends an answer, wherever it stands in a token; \\n is a line end, \\t a tab and"
              + " \\\\ a backslash. An end-of-text token ends it too. Default: \\n.")
  private @Nullable String stopText;

  @Option(
      names = "--mass",
      paramLabel = "P",
      description =
          "Look until complete answers hold this probability, above 0 and at most 1. Default:"
              + " 0.95.")
  private @Nullable Double mass;

  @Option(
      names = "--budget",
      paramLabel = "N",
      description = "The most runs of the model. Default: 500.")
  private @Nullable Integer budget;

  @Option(
      names = "--max-tokens",
      paramLabel = "N",
      description = "The most tokens of an answer, with the one that ends it. Default: 64.")
  private @Nullable Integer maxTokens;

  /// Refuses what only makes sense with answers.
  public void requireNone() {
    if (stopText != null || mass != null || budget != null || maxTokens != null) {
      throw new UsageException(
          "--stop-text, --mass, --budget and --max-tokens are for --view answers");
    }
  }

  public StopText stopText() {
    try {
      return stopText == null ? StopText.LINE_END : StopText.read(stopText);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--stop-text: " + e.getMessage());
    }
  }

  public AnswerLimits limits() {
    double wanted = mass == null ? AnswerLimits.DEFAULT_MASS : mass;
    int runs = budget == null ? AnswerLimits.DEFAULT_RUNS : budget;
    int tokens = maxTokens == null ? AnswerLimits.DEFAULT_TOKENS : maxTokens;
    if (!(wanted > 0 && wanted <= 1)) {
      throw new UsageException("--mass must be above 0 and at most 1, was " + wanted);
    }
    if (runs < 0) {
      throw new UsageException("--budget must be 0 or more, was " + runs);
    }
    if (tokens < 1) {
      throw new UsageException("--max-tokens must be 1 or more, was " + tokens);
    }
    return new AnswerLimits(wanted, runs, tokens);
  }
}
