package kelvin.ui.evaluation.form;

import java.util.ArrayList;
import java.util.List;
import kelvin.prompt.task.Task;
import kelvin.prompt.task.TaskLibrary;

/// The source of the prompt that the data is asked with.
public sealed interface PromptChoice {

  /// The name for display.
  String title();

  /// The prompt that the data brings; of a table, questions and answers.
  record OfData() implements PromptChoice {

    @Override
    public String title() {
      return "the data’s own";
    }
  }

  /// The prompt that is composed in the playground.
  record OfPlayground() implements PromptChoice {

    @Override
    public String title() {
      return "as in the playground";
    }
  }

  /// The prompt of a task that comes with Kelvin.
  record OfTask(Task task) implements PromptChoice {

    @Override
    public String title() {
      return task.notes().name();
    }
  }

  /// All prompts, in the order of a menu.
  static List<PromptChoice> all() {
    var all = new ArrayList<PromptChoice>(List.of(new OfData(), new OfPlayground()));
    for (var name : TaskLibrary.names()) {
      TaskLibrary.find(name).ifPresent(task -> all.add(new OfTask(task)));
    }
    return List.copyOf(all);
  }
}
