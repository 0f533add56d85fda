package kelvin.prompt.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import kelvin.prompt.Example;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Trial;

/// Rules about the examples that are shown.
final class ExampleRules {

  private ExampleRules() {}

  static Optional<Finding> empty(Trial trial, PromptFacts facts) {
    return first(trial, example -> example.input().isBlank() || example.output().isBlank())
        .map(
            place ->
                new Finding(
                    LintRule.EMPTY_EXAMPLE,
                    "Example " + (place + 1) + " lacks its input or its answer.",
                    mute(trial, place)));
  }

  static Optional<Finding> isQuestion(Trial trial, PromptFacts facts) {
    if (!(trial.prompt() instanceof FewShotPrompt prompt)) {
      return Optional.empty();
    }
    var question = prompt.question().strip();
    return first(trial, example -> !question.isEmpty() && example.input().strip().equals(question))
        .map(
            place ->
                new Finding(
                    LintRule.EXAMPLE_IS_QUESTION,
                    "Example "
                        + (place + 1)
                        + " is the question itself: the model can copy the answer.",
                    mute(trial, place)));
  }

  static Optional<Finding> separatorInside(Trial trial, PromptFacts facts) {
    if (!(trial.prompt() instanceof FewShotPrompt prompt)) {
      return Optional.empty();
    }
    var separator = prompt.layout().separator();
    return first(
            trial,
            example ->
                !separator.isEmpty()
                    && (example.input().contains(separator)
                        || example.output().contains(separator)))
        .map(
            place ->
                new Finding(
                    LintRule.SEPARATOR_INSIDE,
                    "Example "
                        + (place + 1)
                        + (separator.isBlank()
                            ? " holds " + WhiteSpace.names(separator) + ", which separates"
                            : " holds what separates")
                        + " the examples, so it looks like two.",
                    separator.isBlank() ? doubleSeparator(trial, prompt) : mute(trial, place)));
  }

  /// Doubles the separator, so that an empty line separates the examples. Used if no example
  /// contains one.
  private static Fix doubleSeparator(Trial trial, FewShotPrompt prompt) {
    var empty = prompt.layout().separator() + "\n";
    return new Fix.ChangeTrial(
        "Separate the examples by an empty line",
        trial.withPrompt(prompt.withLayout(prompt.layout().withSeparator(empty))));
  }

  static Optional<Finding> inconsistentSpaces(Trial trial, PromptFacts facts) {
    return first(
            trial,
            example ->
                !example.input().isBlank()
                    && !example.output().isBlank()
                    && !stray(example).isEmpty())
        .map(
            place ->
                new Finding(
                    LintRule.INCONSISTENT_SPACES,
                    "Example "
                        + (place + 1)
                        + " begins or ends in "
                        + WhiteSpace.names(stray(trial, place))
                        + ", so what separates its parts is not the same as in the others.",
                    change(trial, "Remove the white space", ExampleRules::stripped)));
  }

  /// The white space around the input and the answer of an example.
  private static String stray(Example example) {
    return around(example.input()) + around(example.output());
  }

  private static String stray(Trial trial, int place) {
    return trial.prompt() instanceof FewShotPrompt prompt
        ? stray(prompt.examples().get(place))
        : "";
  }

  private static String around(String text) {
    int from = text.indexOf(WhiteSpace.strip(text));
    return text.substring(0, from) + text.substring(from + WhiteSpace.strip(text).length());
  }

  private static Example stripped(Example example) {
    return new Example(
        WhiteSpace.strip(example.input()), WhiteSpace.strip(example.output()), example.used());
  }

  static Optional<Finding> oneLabelOnly(Trial trial, PromptFacts facts) {
    var shown = shown(trial);
    long answers = shown.stream().map(Example::output).distinct().count();
    if (trial.labels().size() < 2 || shown.size() < 2 || answers > 1) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            LintRule.ONE_LABEL_ONLY,
            "All "
                + shown.size()
                + " examples have the answer '"
                + shown.getFirst().output()
                + "', so the model learns to say nothing else.",
            otherAnswer(trial, shown.getFirst().output())));
  }

  /// Replaces the last shot with the first example that has another answer, if there is one.
  private static Fix otherAnswer(Trial trial, String only) {
    if (trial.prompt() instanceof FewShotPrompt prompt) {
      var places = prompt.usedPlaces();
      int shots = prompt.shown().size();
      for (var place : places.subList(shots, places.size())) {
        if (!prompt.examples().get(place).output().equals(only)) {
          var order = new ArrayList<>(places.subList(0, shots - 1));
          order.add(place);
          return new Fix.ChangeTrial(
              "Show an example with another answer", trial.withPrompt(prompt.arranged(order)));
        }
      }
    }
    return new Fix.ByHand("Add an example with another answer");
  }

  private static List<Example> shown(Trial trial) {
    return trial.prompt() instanceof FewShotPrompt prompt ? prompt.shown() : List.of();
  }

  /// The place of the first shown example that meets the condition, among all examples.
  private static Optional<Integer> first(Trial trial, Predicate<Example> condition) {
    if (!(trial.prompt() instanceof FewShotPrompt prompt)) {
      return Optional.empty();
    }
    return prompt.usedPlaces().stream()
        .limit(prompt.shots())
        .filter(place -> condition.test(prompt.examples().get(place)))
        .findFirst();
  }

  private static Fix mute(Trial trial, int place) {
    return trial.prompt() instanceof FewShotPrompt prompt
        ? new Fix.ChangeTrial(
            "Mute example " + (place + 1), trial.withPrompt(prompt.without(place)))
        : new Fix.ByHand("Mute the example");
  }

  private static Fix change(Trial trial, String name, UnaryOperator<Example> each) {
    return trial.prompt() instanceof FewShotPrompt prompt
        ? new Fix.ChangeTrial(
            name,
            trial.withPrompt(prompt.withExamples(prompt.examples().stream().map(each).toList())))
        : new Fix.ByHand(name);
  }
}
