package kelvin.ui.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.prompt.task.Task;
import kelvin.prompt.task.TaskLibrary;

/// The subject of a sweep: the prompt in the playground, or a task that comes with Kelvin.
///
/// @param name for people
/// @param task none for the playground's prompt
record Subject(String name, Optional<Task> task) {

  static final Subject PLAYGROUND = new Subject("Playground’s examples", Optional.empty());

  /// All, in the order of a menu; only tasks with examples can be swept.
  static List<Subject> all() {
    var all = new ArrayList<Subject>();
    all.add(PLAYGROUND);
    for (var name : TaskLibrary.names()) {
      find(name).ifPresent(all::add);
    }
    return List.copyOf(all);
  }

  /// A task by the name of its file, where it has examples.
  static Optional<Subject> find(String name) {
    return TaskLibrary.find(name)
        .filter(task -> !task.examples().isEmpty())
        .map(task -> new Subject(task.notes().name(), Optional.of(task)));
  }
}
