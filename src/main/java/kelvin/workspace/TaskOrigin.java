package kelvin.workspace;

import java.util.List;
import kelvin.prompt.task.TaskNotes;
import kelvin.prompt.task.TestInput;

/// The task that a prompt was begun from: what is known of it beside the prompt itself.
///
/// @param notes what it is; with an empty name for none
/// @param tests its inputs to ask about
public record TaskOrigin(TaskNotes notes, List<TestInput> tests) {

  /// The prompt is nobody's task.
  public static final TaskOrigin NONE = new TaskOrigin(new TaskNotes("", "", ""), List.of());

  public TaskOrigin {
    tests = List.copyOf(tests);
  }
}
