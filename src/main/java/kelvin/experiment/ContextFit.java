package kelvin.experiment;

import java.util.List;
import java.util.Optional;
import kelvin.engine.Context;
import kelvin.engine.label.LabelFit;
import kelvin.engine.label.LabelQuestion;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import kelvin.inference.StartToken;
import kelvin.prompt.DropRule;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Shortened;
import kelvin.prompt.Trial;

/// Counts the tokens of a trial and makes it fit a model's context. Runs no model.
public final class ContextFit {

  private ContextFit() {}

  /// Mutes examples by a rule until the prompt and its longest label fit the context.
  ///
  /// @param cancellation looked at before each count
  /// @return the shortened prompt, with no example dropped where all fit; none where the prompt has
  ///     no examples, or does not fit even without them
  public static Optional<Shortened> shorten(
      Trial trial, DropRule rule, StartToken start, LoadedModel model, Cancellation cancellation) {
    if (!(trial.prompt() instanceof FewShotPrompt prompt)) {
      return Optional.empty();
    }
    return Shortened.fit(
        prompt,
        rule,
        left -> {
          cancellation.throwIfCancelled();
          return tokens(trial.withPrompt(left), start, model);
        },
        model.descriptor().contextLength().orElse(Integer.MAX_VALUE));
  }

  /// Counts the tokens of the prompt with its longest label, start tokens included. Without labels
  /// that can be scored, counts the prompt alone.
  static int tokens(Trial trial, StartToken start, LoadedModel model) {
    return tokens(labels(trial, start, model), trial, start, model);
  }

  /// Counts the same tokens with a known fit of the labels.
  static int tokens(Optional<LabelFit> labels, Trial trial, StartToken start, LoadedModel model) {
    return labels
        .map(LabelFit::tokens)
        .orElseGet(
            () -> promptTokens(trial.prompt().render(), trial.prompt().startToken(start), model));
  }

  /// The fit of the labels; none where there are no labels, or none that can be scored.
  static Optional<LabelFit> labels(Trial trial, StartToken start, LoadedModel model) {
    return trial.labels().isEmpty() ? Optional.empty() : fit(TrialQuestion.of(trial, start), model);
  }

  /// Returns whether a trial can be scored and fits the context.
  static boolean canBeScored(Trial trial, StartToken start, LoadedModel model) {
    return labels(trial, start, model).filter(LabelFit::fits).isPresent();
  }

  private static Optional<LabelFit> fit(LabelQuestion question, LoadedModel model) {
    try {
      return Optional.of(LabelFit.of(model, question));
    } catch (InferenceException _) {
      // The code that scores the labels reports why they cannot be scored.
      return Optional.empty();
    }
  }

  /// Counts the tokens of a prompt without labels, start tokens included.
  public static int promptTokens(String text, StartToken start, LoadedModel model) {
    return text.isEmpty() ? 0 : Context.ofText(model.tokenizer(), text, List.of(), start).length();
  }
}
