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

/// A task as a file holds it: what to ask, examples of answers, and inputs to try.
///
/// @param examples in the order in which they are shown
/// @param tests inputs to ask about; may be empty
/// @param labels all answers that there are; empty when an answer may be anything
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

  /// The first test input; an empty one where there is none.
  public TestInput firstTest() {
    return tests.isEmpty() ? new TestInput("", Optional.empty()) : tests.getFirst();
  }

  /// The prompt that shows examples.
  ///
  /// @param shots how many at most
  public FewShotPrompt fewShot(int shots, TestInput test) {
    return new FewShotPrompt(
        templates.instruction(), examples, shots, templates.layout(), test.input());
  }

  /// The prompt in words.
  public ZeroShotPrompt zeroShot(TestInput test) {
    var template = templates.zeroShot().orElse(new ZeroShotTemplate(ZeroShotKind.OWN, "{x}"));
    return new ZeroShotPrompt(template, test.input(), labels);
  }

  public FreePrompt free() {
    return new FreePrompt(templates.text().orElse(""));
  }

  /// The way that the task is made for: with its examples, else in words, else as free text.
  public ComposedPrompt firstPrompt() {
    if (!examples.isEmpty()) {
      return fewShot(examples.size(), firstTest());
    }
    return templates.zeroShot().isPresent() ? zeroShot(firstTest()) : free();
  }

  /// The task's labels after a prompt about one of its test inputs.
  ///
  /// Where answers may be anything, the right one is the only label, and it is closed: else a
  /// right answer of `1` would count `17` as right too.
  public Trial trial(ComposedPrompt prompt, TestInput test) {
    return Trial.of(prompt, labels, test.answer(), labels.isEmpty());
  }
}
