package kelvin.ui.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import kelvin.engine.Context;
import kelvin.engine.label.LabelFit;
import kelvin.engine.label.LabelQuestion;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Trial;
import kelvin.prompt.lint.Finding;
import kelvin.prompt.lint.Fix;
import kelvin.prompt.lint.Lint;
import kelvin.prompt.lint.PromptFacts;

/// A prompt that was looked at with a model's tokenizer, before anything is measured.
///
/// @param findings in the order of the rules
/// @param fixed for each finding the trial whose score tells what its fix does, where there is one
/// @param base the trial to compare them to
/// @param tokens of the prompt with its longest label
record CheckedPrompt(
    List<Finding> findings,
    List<Optional<Trial>> fixed,
    Optional<Trial> base,
    int tokens,
    OptionalInt contextLength) {

  /// On the inference thread.
  static CheckedPrompt of(LintQuestion question, LoadedModel model) {
    var facts = facts(question, question.trial(), model);
    var findings = Lint.check(question.trial(), facts);
    var base = question.measured().filter(trial -> fits(question.labels(trial), model));
    var fixed = new ArrayList<Optional<Trial>>();
    for (var finding : findings) {
      fixed.add(
          base.flatMap(trial -> fixed(trial, finding, facts))
              .filter(trial -> fits(question.labels(trial), model)));
    }
    return new CheckedPrompt(findings, fixed, base, facts.tokens(), facts.contextLength());
  }

  /// What the fix of the same rule makes of the trial that is measured.
  private static Optional<Trial> fixed(Trial measured, Finding finding, PromptFacts facts) {
    return Lint.check(measured, facts).stream()
        .filter(same -> same.rule() == finding.rule())
        .flatMap(
            same ->
                switch (same.fix()) {
                  case Fix.ChangeTrial(String _, Trial changed) -> Stream.of(changed);
                  case Fix.ChangeNormalization _ -> Stream.of(measured);
                  case Fix.ByHand _ -> Stream.<Trial>empty();
                })
        .findFirst();
  }

  static PromptFacts facts(LintQuestion question, Trial trial, LoadedModel model) {
    var vocabulary = model.tokenizer().vocabulary();
    var startTexts =
        question.start().before(model.tokenizer()).stream().map(vocabulary::text).toList();
    var limit = model.descriptor().contextLength();
    if (!trial.labels().isEmpty()) {
      try {
        var fit = LabelFit.of(model, question.labels(trial));
        return new PromptFacts(
            fit.tokens(),
            fit.contextLength(),
            fit.boundary().isSafe(),
            fit.labelTokens(),
            startTexts,
            question.normalized());
      } catch (InferenceException _) {
        // The labels say themselves why they cannot be scored.
      }
    }
    int tokens = tokens(trial, question, model);
    return new PromptFacts(tokens, limit, true, List.of(), startTexts, question.normalized());
  }

  private static int tokens(Trial trial, LintQuestion question, LoadedModel model) {
    var text = trial.prompt().render();
    return text.isEmpty()
        ? 0
        : Context.ofText(model.tokenizer(), text, List.of(), question.start()).length();
  }

  private static boolean fits(LabelQuestion question, LoadedModel model) {
    try {
      return LabelFit.of(model, question).fits();
    } catch (InferenceException _) {
      return false;
    }
  }

  /// Whether the prompt is too long, and examples can be dropped so that it is not.
  boolean canDrop(Trial trial) {
    return tokens > contextLength.orElse(Integer.MAX_VALUE)
        && trial.prompt() instanceof FewShotPrompt prompt
        && !prompt.shown().isEmpty();
  }
}
