package kelvin.prompt.lint;

import java.util.Locale;
import java.util.Optional;
import kelvin.prompt.ChatPrompt;
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
    if (trial.prompt() instanceof ChatPrompt chat && !chat.isPlain()) {
      // The model was trained on what its template writes.
      return Optional.empty();
    }
    var text = trial.prompt().render();
    var end = WhiteSpace.endOfLine(text);
    if (end.isEmpty()) {
      return Optional.empty();
    }
    var sentence =
        end.equals(" ")
            ? "Most tokens start with a space, so the space at the end of the prompt should go."
            : "The prompt ends in "
                + WhiteSpace.names(end)
                + ". Most tokens start with a space of their own, so nothing of it should stay.";
    var name =
        end.equals(" ")
            ? "Remove the space"
            : "Remove " + WhiteSpace.names(end).replaceFirst("^a ", "the ");
    var stripped = text.substring(0, text.length() - end.length());
    return Optional.of(
        new Finding(LintRule.TRAILING_SPACE, sentence, withoutTrailing(trial, stripped, name)));
  }

  /// Moves the space to the labels, so that prompt and labels together stay the same text.
  private static Fix withoutTrailing(Trial trial, String stripped, String name) {
    return switch (trial.prompt()) {
      case FreePrompt _ ->
          new Fix.ChangeTrial(
              name, LabelRules.withSpace(trial.withPrompt(new FreePrompt(stripped))));
      case ZeroShotPrompt prompt
          when !WhiteSpace.stripTrailing(prompt.template().text()).isEmpty() ->
          new Fix.ChangeTrial(
              name,
              trial.withPrompt(
                  new ZeroShotPrompt(
                      new ZeroShotTemplate(
                          prompt.template().kind(),
                          WhiteSpace.stripTrailing(prompt.template().text())),
                      WhiteSpace.stripTrailing(prompt.input()),
                      prompt.labels())));
      case ZeroShotPrompt _, FewShotPrompt _, ChatPrompt _ -> new Fix.ByHand(name);
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
      case ZeroShotPrompt _, FewShotPrompt _, ChatPrompt _ -> new Fix.ByHand(name);
    };
  }

  static Optional<Finding> contextNearlyFull(Trial trial, PromptFacts facts) {
    int limit = facts.contextLength().orElse(Integer.MAX_VALUE);
    if (facts.tokens() <= NEARLY * limit) {
      return Optional.empty();
    }
    boolean alone = trial.labels().isEmpty();
    var what = alone ? "The prompt" : "The prompt and its labels";
    var sentence =
        facts.tokens() > limit
            ? String.format(
                Locale.ROOT,
                "%s %s %,d tokens, %,d more than the model's context of %,d.",
                what,
                alone ? "has" : "have",
                facts.tokens(),
                facts.tokens() - limit,
                limit)
            : String.format(
                Locale.ROOT,
                "%s %s %,d of the model's %,d tokens: little more fits.",
                what,
                alone ? "takes" : "take",
                facts.tokens(),
                limit);
    var fix = facts.fitting().map(end -> onlyTheEnd(trial, end)).orElseGet(() -> fewerShots(trial));
    return Optional.of(new Finding(LintRule.CONTEXT_NEARLY_FULL, sentence, fix));
  }

  /// A model continues the end of a text, so the beginning is what goes.
  private static Fix onlyTheEnd(Trial trial, PromptFacts.FittingEnd end) {
    var tokens =
        end.leftOut() == 1 ? "token" : String.format(Locale.ROOT, "%,d tokens", end.leftOut());
    return new Fix.ChangeTrial(
        "Leave out the first " + tokens, trial.withPrompt(new FreePrompt(end.text())));
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
