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
  private String stopText = StopText.LINE_END.typed();

  @Option(
      names = "--mass",
      paramLabel = "P",
      description =
          "Look until complete answers hold this probability, above 0 and at most 1. Default:"
              + " 0.95.")
  private double mass = AnswerLimits.DEFAULT_MASS;

  @Option(
      names = "--budget",
      paramLabel = "N",
      description = "The most runs of the model. Default: 500.")
  private int budget = AnswerLimits.DEFAULT_RUNS;

  @Option(
      names = "--max-tokens",
      paramLabel = "N",
      description = "The most tokens of an answer, with the one that ends it. Default: 64.")
  private int maxTokens = AnswerLimits.DEFAULT_TOKENS;

  @Option(
      names = "--top",
      paramLabel = "N",
      description =
          "List the N most probable answers; the others are counted. Default: 20, in JSON all.")
  private @Nullable Integer top;

  public StopText stopText() {
    try {
      return StopText.read(stopText);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--stop-text: " + e.getMessage());
    }
  }

  public AnswerLimits limits() {
    if (!(mass > 0 && mass <= 1)) {
      throw new UsageException("--mass must be above 0 and at most 1, was " + mass);
    }
    if (budget < 0) {
      throw new UsageException("--budget must be 0 or more, was " + budget);
    }
    if (maxTokens < 1) {
      throw new UsageException("--max-tokens must be 1 or more, was " + maxTokens);
    }
    return new AnswerLimits(mass, budget, maxTokens);
  }

  /// The number of answers to list.
  ///
  /// @param unlessGiven the number where the option is not given
  public int top(int unlessGiven) {
    if (top != null && top < 0) {
      throw new UsageException("--top must be 0 or more, was " + top);
    }
    return top == null ? unlessGiven : top;
  }
}
