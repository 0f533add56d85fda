package kelvin.cli.option;

import java.util.Optional;
import java.util.stream.Collectors;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.UsageException;
import kelvin.cli.output.Words;
import kelvin.engine.label.LabelFit;
import kelvin.experiment.ContextFit;
import kelvin.experiment.TrialQuestion;
import kelvin.inference.ContextOverflowException;
import kelvin.inference.LoadedModel;
import kelvin.inference.StartToken;
import kelvin.prompt.DropRule;
import kelvin.prompt.Trial;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--drop`: what happens to a prompt that outgrows the context.
public final class DropOption {

  @Option(
      names = "--drop",
      paramLabel = "WHICH",
      description =
          "If the prompt outgrows the context, leave out examples until it fits: the first, the"
              + " last or the longest of those left; said on standard error. Default: such a prompt"
              + " is refused.")
  private @Nullable String which;

  public boolean isGiven() {
    return which != null;
  }

  /// The trial itself where it fits.
  ///
  /// @throws ContextOverflowException when it does not and nothing may be dropped
  /// @throws kelvin.inference.CancelledException when the command is cancelled
  public Trial fit(
      Trial trial, LoadedModel model, StartToken startToken, CliEnvironment environment) {
    var rule = rule();
    var cancellation = environment.cancellation();
    cancellation.throwIfCancelled();
    var limit = model.descriptor().contextLength();
    int tokens = tokens(trial, model, startToken);
    if (limit.isEmpty() || tokens <= limit.getAsInt()) {
      return trial;
    }
    var shortened =
        rule.flatMap(dropped -> ContextFit.shorten(trial, dropped, startToken, model, cancellation))
            .orElseThrow(() -> new ContextOverflowException(tokens, limit.getAsInt()));
    var err = environment.streams().err();
    err.println(
        "kelvin: left out example "
            + shortened.dropped().stream()
                .map(place -> Integer.toString(place + 1))
                .collect(Collectors.joining(", "))
            + " so that the prompt fits: "
            + Words.tokens(shortened.tokens())
            + " of "
            + Words.count(limit.getAsInt()));
    err.flush();
    return trial.withPrompt(shortened.prompt());
  }

  private static int tokens(Trial trial, LoadedModel model, StartToken startToken) {
    return trial.labels().isEmpty()
        ? ContextFit.promptTokens(trial.prompt().render(), startToken, model)
        : LabelFit.of(model, TrialQuestion.of(trial, startToken)).tokens();
  }

  private Optional<DropRule> rule() {
    try {
      return Optional.ofNullable(which).map(DropRule::of);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--drop " + e.getMessage());
    }
  }
}
