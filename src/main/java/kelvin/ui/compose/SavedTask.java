package kelvin.ui.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.prompt.Composition;
import kelvin.prompt.Spellings;
import kelvin.prompt.task.Task;
import kelvin.prompt.task.TaskNotes;
import kelvin.prompt.task.TaskTemplates;
import kelvin.prompt.task.TestInput;

/// Makes a task of the composed prompt, for saving.
final class SavedTask {

  private SavedTask() {}

  static Task of(ComposerViewModel composer) {
    var way = composer.compositionProperty().get();
    var examples = composer.fewShot().promptProperty().get();
    var now = composer.answers().answersProperty().get();
    var notes = composer.originProperty().get().notes();
    boolean hasWords =
        way == Composition.ZERO_SHOT || (way == Composition.FEW_SHOT && !notes.name().isEmpty());
    var input =
        switch (way) {
          case TEXT, CHAT -> "";
          case ZERO_SHOT -> composer.zeroShot().inputProperty().get();
          case FEW_SHOT -> examples.question();
        };
    var tests = composer.originProperty().get().tests();
    boolean known = tests.stream().anyMatch(test -> test.input().equals(input));
    var all = new ArrayList<>(tests);
    if (!known && !input.isEmpty()) {
      all.addFirst(new TestInput(input, now.right().map(Spellings::name)));
    }
    return new Task(
        notes.name().isEmpty() ? new TaskNotes("My task", "", "") : notes,
        new TaskTemplates(
            Optional.of(composer.typedText())
                .filter(free -> way == Composition.TEXT && !free.isEmpty()),
            Optional.of(composer.zeroShot().promptProperty().get().template())
                .filter(_ -> hasWords),
            examples.instruction(),
            examples.layout()),
        way == Composition.FEW_SHOT ? examples.examples() : List.of(),
        all,
        now.closed() && now.labels().size() <= 1 ? List.of() : now.labels());
  }
}
