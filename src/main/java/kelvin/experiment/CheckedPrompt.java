package kelvin.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kelvin.engine.label.LabelFit;
import kelvin.inference.LoadedModel;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Trial;
import kelvin.prompt.lint.Finding;
import kelvin.prompt.lint.Fix;
import kelvin.prompt.lint.Lint;
import kelvin.prompt.lint.PromptFacts;

/// A prompt that was checked with a model's tokenizer, before anything is measured.
///
/// @param findings in the order of the rules
/// @param fixed for each finding, the trial whose score shows the effect of its fix; empty if there
///     is none that fits the context
/// @param base the trial to compare them with; empty if there is none that fits the context
/// @param facts the facts from the tokenizer about the unchanged prompt
public record CheckedPrompt(
    LintQuestion question,
    List<Finding> findings,
    List<Optional<Trial>> fixed,
    Optional<Trial> base,
    PromptFacts facts) {

  public CheckedPrompt {
    findings = List.copyOf(findings);
    fixed = List.copyOf(fixed);
  }

  /// Checks a prompt. Encodes it but runs no model. Labels that cannot be scored are ignored.
  ///
  /// @throws kelvin.inference.InferenceException when the prompt itself cannot be encoded
  public static CheckedPrompt of(LintQuestion question, LoadedModel model) {
    var facts = facts(question, model);
    var findings = Lint.check(question.trial(), facts);
    var measured = question.measured();
    var fixed = new ArrayList<Optional<Trial>>();
    for (var finding : findings) {
      fixed.add(
          measured
              .flatMap(trial -> fixed(trial, finding, facts))
              .filter(trial -> ContextFit.canBeScored(trial, question.start(), model)));
    }
    var base = measured.filter(trial -> ContextFit.canBeScored(trial, question.start(), model));
    return new CheckedPrompt(question, findings, fixed, base, facts);
  }

  /// Applies the fix of the same rule to the trial that is measured.
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

  private static PromptFacts facts(LintQuestion question, LoadedModel model) {
    var trial = question.trial();
    var start = question.start();
    var vocabulary = model.tokenizer().vocabulary();
    var startTexts = start.before(model.tokenizer()).stream().map(vocabulary::text).toList();
    var labels = ContextFit.labels(trial, start, model);
    return new PromptFacts(
        ContextFit.tokens(labels, trial, start, model),
        model.descriptor().contextLength(),
        labels.map(fit -> fit.boundary().isSafe()).orElse(true),
        labels.map(LabelFit::labelTokens).orElse(List.of()),
        startTexts,
        question.normalized(),
        TextFit.end(trial, start, model));
  }

  /// Returns whether the prompt is too long and fits after dropping examples.
  public boolean canDrop() {
    return facts.tokens() > facts.contextLength().orElse(Integer.MAX_VALUE)
        && question.trial().prompt() instanceof FewShotPrompt prompt
        && !prompt.shown().isEmpty();
  }

  /// Returns whether the effect of at least one fix can be measured.
  public boolean hasEffects() {
    return base.isPresent() && fixed.stream().anyMatch(Optional::isPresent);
  }
}
