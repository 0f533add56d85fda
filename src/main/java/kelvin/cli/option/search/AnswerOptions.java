package kelvin.cli.option.search;

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
    return new AnswerLimits(
        SearchOptions.mass(mass == null ? AnswerLimits.DEFAULT_MASS : mass),
        SearchOptions.atLeast("--budget", 0, budget == null ? AnswerLimits.DEFAULT_RUNS : budget),
        SearchOptions.atLeast(
            "--max-tokens", 1, maxTokens == null ? AnswerLimits.DEFAULT_TOKENS : maxTokens));
  }
}
