package kelvin.ui.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.prompt.task.Task;
import kelvin.prompt.task.TaskLibrary;

/// A source of prompts to sweep: the playground's prompt, or a task that comes with Kelvin.
///
/// @param name for display
/// @param task empty for the playground's prompt
record Subject(String name, Optional<Task> task) {

  static final Subject PLAYGROUND = new Subject("Playground’s examples", Optional.empty());

  /// The subjects in the order of a menu. Only tasks with examples can be swept.
  static List<Subject> all() {
    var all = new ArrayList<Subject>();
    all.add(PLAYGROUND);
    for (var name : TaskLibrary.names()) {
      find(name).ifPresent(all::add);
    }
    return List.copyOf(all);
  }

  /// Finds a task with examples by the name of its file.
  static Optional<Subject> find(String name) {
    return TaskLibrary.find(name)
        .filter(task -> !task.examples().isEmpty())
        .map(task -> new Subject(task.notes().name(), Optional.of(task)));
  }
}
