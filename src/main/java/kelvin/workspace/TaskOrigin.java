package kelvin.workspace;

import java.util.List;
import kelvin.prompt.task.TaskNotes;
import kelvin.prompt.task.TestInput;

/// The task that a prompt started from: its notes and its test inputs. The prompt itself is stored
/// elsewhere.
///
/// @param notes the task's description; the name is empty if there is no task
/// @param tests the task's test inputs
public record TaskOrigin(TaskNotes notes, List<TestInput> tests) {

  /// No task: the prompt started from nothing else.
  public static final TaskOrigin NONE = new TaskOrigin(new TaskNotes("", "", ""), List.of());

  public TaskOrigin {
    tests = List.copyOf(tests);
  }
}
