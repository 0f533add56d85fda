package kelvin.prompt.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import kelvin.prompt.FreePrompt;
import kelvin.prompt.Spellings;
import kelvin.prompt.Trial;

/// Rules about the labels and their boundary with the prompt.
final class LabelRules {

  private LabelRules() {}

  /// Puts a space before every label that has none, including the right answer.
  static Trial withSpace(Trial trial) {
    return trial.withLabels(
        trial.labels().stream().map(LabelRules::spaced).toList(),
        trial.answer().map(LabelRules::spaced));
  }

  private static String spaced(String label) {
    return Spellings.map(label, text -> startsWithSpace(text) ? text : " " + text);
  }

  private static boolean startsWithSpace(String text) {
    return !text.isEmpty() && WhiteSpace.is(text.charAt(0));
  }

  static Optional<Finding> boundary(Trial trial, PromptFacts facts) {
    var text = trial.prompt().render();
    boolean glued =
        trial.prompt() instanceof FreePrompt
            && !text.isBlank()
            && !WhiteSpace.is(text.charAt(text.length() - 1))
            && trial.spelledContinuations().stream()
                .flatMap(List::stream)
                .anyMatch(spelling -> !startsWithSpace(spelling));
    boolean afterSpace = !text.equals(WhiteSpace.stripTrailing(text));
    if (afterSpace || (facts.boundarySafe() && !glued)) {
      return Optional.empty();
    }
    var sentence =
        facts.boundarySafe()
            ? "There is no space between the prompt and the labels."
            : "The labels do not start at a token boundary: the tokenizer merges them with the end"
                + " of the prompt.";
    Fix fix =
        glued
            ? new Fix.ChangeTrial("Put a space before the labels", withSpace(trial))
            : new Fix.ByHand("Change the end of the prompt");
    return Optional.of(new Finding(LintRule.LABEL_BOUNDARY, sentence, fix));
  }

  static Optional<Finding> prefix(Trial trial, PromptFacts facts) {
    var labels = trial.spelledContinuations();
    for (int i = 0; i < labels.size(); i++) {
      for (int j = 0; j < labels.size(); j++) {
        if (i != j && begins(labels.get(j), labels.get(i))) {
          var closed = trial.withClosed(true);
          boolean helps = !closed.spelledContinuations().equals(labels);
          return Optional.of(
              new Finding(
                  LintRule.LABEL_PREFIX,
                  "The label '"
                      + trial.names().get(j)
                      + "' begins with '"
                      + trial.names().get(i)
                      + "', so the shorter one's probability holds the longer one's.",
                  helps
                      ? new Fix.ChangeTrial("Score what ends a label too", closed)
                      : new Fix.ByHand("Choose other labels")));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean begins(List<String> longer, List<String> shorter) {
    return longer.stream().anyMatch(text -> shorter.stream().anyMatch(text::startsWith));
  }

  static Optional<Finding> lengths(Trial trial, PromptFacts facts) {
    List<Integer> tokens = facts.labelTokens();
    if (facts.normalized() || new HashSet<>(tokens).size() < 2) {
      return Optional.empty();
    }
    int longest = tokens.stream().mapToInt(Integer::intValue).max().orElse(0);
    int shortest = tokens.stream().mapToInt(Integer::intValue).min().orElse(0);
    return Optional.of(
        new Finding(
            LintRule.LABEL_LENGTHS,
            "The labels have from "
                + shortest
                + " to "
                + longest
                + " tokens, and every further token makes a label less probable.",
            new Fix.ChangeNormalization("Divide by the number of tokens", "tokens")));
  }
}
