package kelvin.prompt.task;

import java.util.List;
import java.util.Optional;
import kelvin.prompt.ComposedPrompt;
import kelvin.prompt.Example;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.FreePrompt;
import kelvin.prompt.Trial;
import kelvin.prompt.ZeroShotKind;
import kelvin.prompt.ZeroShotPrompt;
import kelvin.prompt.ZeroShotTemplate;

/// A task from a file: an instruction, examples and test inputs.
///
/// @param examples in the order in which they are shown
/// @param tests the test inputs; may be empty
/// @param labels the possible answers; empty if an answer may be any text
public record Task(
    TaskNotes notes,
    TaskTemplates templates,
    List<Example> examples,
    List<TestInput> tests,
    List<String> labels) {

  public Task {
    examples = List.copyOf(examples);
    tests = List.copyOf(tests);
    labels = List.copyOf(labels);
  }

  /// The first test input; an empty one if there is none.
  public TestInput firstTest() {
    return tests.isEmpty() ? new TestInput("", Optional.empty()) : tests.getFirst();
  }

  /// The task as a prompt with examples.
  ///
  /// @param shots the maximum number of examples to show
  public FewShotPrompt fewShot(int shots, TestInput test) {
    return new FewShotPrompt(
        templates.instruction(), examples, shots, templates.layout(), test.input());
  }

  /// The task as a prompt in words. Without a template for it, the prompt is the one that the
  /// examples have, without any of them.
  public ZeroShotPrompt zeroShot(TestInput test) {
    var template =
        templates
            .zeroShot()
            .orElseGet(() -> new ZeroShotTemplate(ZeroShotKind.OWN, templates.withoutExamples()));
    return new ZeroShotPrompt(template, test.input(), labels);
  }

  public FreePrompt free() {
    return new FreePrompt(templates.text().orElse(""));
  }

  /// The prompt in the way that suits the task best: with its examples, otherwise in words,
  /// otherwise as free text.
  public ComposedPrompt firstPrompt() {
    if (!examples.isEmpty()) {
      return fewShot(examples.size(), firstTest());
    }
    return templates.zeroShot().isPresent() ? zeroShot(firstTest()) : free();
  }

  /// The task's labels after a prompt with one of its test inputs.
  ///
  /// If an answer may be any text, the right one is the only label. It is closed, because a right
  /// answer of `1` would otherwise include `17`.
  public Trial trial(ComposedPrompt prompt, TestInput test) {
    return Trial.of(prompt, labels, test.answer(), labels.isEmpty());
  }
}
