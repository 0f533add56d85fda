package kelvin.workspace.history;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kelvin.prompt.Example;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.ZeroShotPrompt;
import kelvin.workspace.LabelSettings;

/// Names a change of a composed prompt or its labels.
final class PromptChangeName {

  private PromptChangeName() {}

  /// Returns whether the prompt was edited; changes of its labels have names of their own.
  static boolean isEdit(ZeroShotPrompt before, ZeroShotPrompt after) {
    return !before.template().equals(after.template()) || !before.input().equals(after.input());
  }

  static String of(ZeroShotPrompt before, ZeroShotPrompt after) {
    if (before.template().kind() != after.template().kind()) {
      return "kind of task";
    }
    return before.template().equals(after.template()) ? "input" : "template";
  }

  static String of(LabelSettings before, LabelSettings after) {
    int more = after.labels().size() - before.labels().size();
    if (more != 0) {
      return more > 0 ? "adding a label" : "removing a label";
    }
    if (!before.labels().equals(after.labels())) {
      return "labels";
    }
    if (!before.answer().equals(after.answer())) {
      return "right answer";
    }
    if (before.closed() != after.closed()) {
      return "what ends the labels";
    }
    return before.normalization().equals(after.normalization())
        ? "content-free inputs"
        : "normalisation";
  }

  static String of(FewShotPrompt before, FewShotPrompt after) {
    if (!before.examples().equals(after.examples())) {
      return ofExamples(before.examples(), after.examples());
    }
    if (before.shots() != after.shots()) {
      return "shots";
    }
    if (!before.layout().equals(after.layout())) {
      return "layout";
    }
    return before.question().equals(after.question()) ? "instruction" : "test input";
  }

  private static String ofExamples(List<Example> before, List<Example> after) {
    int more = after.size() - before.size();
    if (more != 0) {
      var what = more > 0 ? "adding" : "removing";
      return what + (Math.abs(more) == 1 ? " an example" : " examples");
    }
    if (counted(before).equals(counted(after))) {
      return isOneMove(before, after) ? "moving an example" : "shuffling";
    }
    int muted = 0;
    int unmuted = 0;
    for (int i = 0; i < before.size(); i++) {
      muted += before.get(i).used() && !after.get(i).used() ? 1 : 0;
      unmuted += !before.get(i).used() && after.get(i).used() ? 1 : 0;
    }
    if (muted + unmuted == 0) {
      return "editing an example";
    }
    return (muted > 0 ? "muting" : "unmuting")
        + (muted + unmuted == 1 ? " an example" : " examples");
  }

  /// Returns whether moving one example turns one list into the other.
  private static boolean isOneMove(List<Example> before, List<Example> after) {
    int first = 0;
    while (before.get(first).equals(after.get(first))) {
      first++;
    }
    int last = before.size() - 1;
    while (before.get(last).equals(after.get(last))) {
      last--;
    }
    return before.subList(first, last).equals(after.subList(first + 1, last + 1))
        || before.subList(first + 1, last + 1).equals(after.subList(first, last));
  }

  private static Map<Example, Long> counted(List<Example> examples) {
    return examples.stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }
}
