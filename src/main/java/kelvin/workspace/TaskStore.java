package kelvin.workspace;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import kelvin.prompt.task.Task;
import kelvin.prompt.task.TaskFile;
import kelvin.workspace.file.SafeFile;
import kelvin.workspace.file.WorkspaceException;

/// Saves task files as safely as sessions.
public final class TaskStore {

  private TaskStore() {}

  /// Writes the complete file or changes nothing.
  ///
  /// @throws WorkspaceException when it cannot be written; an older file stays unchanged
  public static void write(Path file, Task task) throws WorkspaceException {
    new SafeFile().replace(file, TaskFile.write(task).getBytes(StandardCharsets.UTF_8));
  }
}
