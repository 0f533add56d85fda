package kelvin.prompt.lint;

import java.util.Locale;
import java.util.Optional;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.FreePrompt;
import kelvin.prompt.Trial;
import kelvin.prompt.ZeroShotPrompt;
import kelvin.prompt.ZeroShotTemplate;

/// Rules about the prompt's text as a whole.
final class PromptRules {

  /// The share of the context above which a longer example or answer no longer fits.
  private static final double NEARLY = 0.9;

  private PromptRules() {}

  static Optional<Finding> trailingSpace(Trial trial, PromptFacts facts) {
    var text = trial.prompt().render();
    var stripped = text.replaceFirst("[ \\t]+$", "");
    if (stripped.equals(text)) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            LintRule.TRAILING_SPACE,
            "Most tokens start with a space, so the space at the end of the prompt should go.",
            withoutTrailing(trial, stripped)));
  }

  /// Moves the space to the labels, so that prompt and labels together stay the same text.
  private static Fix withoutTrailing(Trial trial, String stripped) {
    var name = "Remove the space";
    return switch (trial.prompt()) {
      case FreePrompt _ ->
          new Fix.ChangeTrial(
              name, LabelRules.withSpace(trial.withPrompt(new FreePrompt(stripped))));
      case ZeroShotPrompt prompt when !prompt.template().text().stripTrailing().isEmpty() ->
          new Fix.ChangeTrial(
              name,
              trial.withPrompt(
                  new ZeroShotPrompt(
                      new ZeroShotTemplate(
                          prompt.template().kind(), prompt.template().text().stripTrailing()),
                      prompt.input().stripTrailing(),
                      prompt.labels())));
      case ZeroShotPrompt _, FewShotPrompt _ -> new Fix.ByHand(name);
    };
  }

  static Optional<Finding> doubleStartToken(Trial trial, PromptFacts facts) {
    return facts
        .startTextOf(trial.prompt().render())
        .map(
            start ->
                new Finding(
                    LintRule.DOUBLE_START_TOKEN,
                    "The prompt begins with "
                        + start
                        + ", which the tokenizer puts there already: the model sees it twice.",
                    withoutStart(trial, start)));
  }

  private static Fix withoutStart(Trial trial, String start) {
    var name = "Remove " + start;
    return switch (trial.prompt()) {
      case FreePrompt prompt ->
          new Fix.ChangeTrial(
              name, trial.withPrompt(new FreePrompt(prompt.text().substring(start.length()))));
      case FewShotPrompt prompt when prompt.instruction().startsWith(start) ->
          new Fix.ChangeTrial(
              name,
              trial.withPrompt(
                  prompt.withInstruction(
                      prompt.instruction().substring(start.length()).stripLeading())));
      case ZeroShotPrompt _, FewShotPrompt _ -> new Fix.ByHand(name);
    };
  }

  static Optional<Finding> contextNearlyFull(Trial trial, PromptFacts facts) {
    int limit = facts.contextLength().orElse(Integer.MAX_VALUE);
    if (facts.tokens() <= NEARLY * limit) {
      return Optional.empty();
    }
    var sentence =
        facts.tokens() > limit
            ? String.format(
                Locale.ROOT,
                "The prompt and its labels have %,d tokens, %,d more than the model's context of"
                    + " %,d.",
                facts.tokens(),
                facts.tokens() - limit,
                limit)
            : String.format(
                Locale.ROOT,
                "The prompt and its labels take %,d of the model's %,d tokens: little more fits.",
                facts.tokens(),
                limit);
    return Optional.of(new Finding(LintRule.CONTEXT_NEARLY_FULL, sentence, fewerShots(trial)));
  }

  private static Fix fewerShots(Trial trial) {
    if (trial.prompt() instanceof FewShotPrompt prompt && !prompt.shown().isEmpty()) {
      int fewer = prompt.shown().size() - 1;
      return new Fix.ChangeTrial(
          "Show one example less", trial.withPrompt(prompt.withShots(fewer)));
    }
    return new Fix.ByHand("Shorten the prompt");
  }
}
