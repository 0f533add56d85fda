package kelvin.ui.task;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kelvin.prompt.Composition;
import kelvin.prompt.task.Task;
import kelvin.prompt.task.TaskFile;
import kelvin.prompt.task.TaskFileException;
import kelvin.prompt.task.TaskLibrary;
import kelvin.ui.compose.ComposerViewModel;
import kelvin.workspace.TaskStore;
import kelvin.workspace.file.WorkspaceException;

/// Lists the tasks that come with Kelvin and the user's own, and opens and saves task files.
public final class TasksViewModel {

  private static final Logger LOG = System.getLogger(TasksViewModel.class.getName());

  private final ComposerViewModel composer;
  private final Executor background;
  private final Executor fxThread;
  private final ObservableList<Task> library = FXCollections.observableArrayList();
  private final ObservableList<Task> own = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
  private ComposerFiles files = ComposerFiles.NONE;
  private Path folder = Path.of("");

  /// @param background reads and writes files
  public TasksViewModel(ComposerViewModel composer, Executor background, Executor fxThread) {
    this.composer = composer;
    this.background = background;
    this.fxThread = fxThread;
  }

  /// Sets the source of file names.
  ///
  /// @param taskFolder the folder of the user's own tasks; it need not exist
  public void setFiles(ComposerFiles files, Path taskFolder) {
    this.files = files;
    folder = taskFolder;
  }

  public ComposerFiles files() {
    return files;
  }

  // Commands

  /// Reads the list of tasks again.
  public void refresh() {
    var where = folder;
    background.execute(
        () -> {
          var shipped = new ArrayList<Task>();
          TaskLibrary.names().forEach(name -> TaskLibrary.find(name).ifPresent(shipped::add));
          var mine = new ArrayList<Task>();
          var problems = new ArrayList<String>();
          if (!where.toString().isEmpty()) {
            find(where, mine, problems);
          }
          fxThread.execute(
              () -> {
                library.setAll(shipped);
                own.setAll(mine);
                if (!problems.isEmpty()) {
                  message.set(String.join(" ", problems));
                }
              });
        });
  }

  private static void find(Path folder, List<Task> tasks, List<String> problems) {
    try {
      var found = TaskLibrary.in(folder);
      tasks.addAll(found.tasks().values());
      problems.addAll(found.problems());
    } catch (IOException e) {
      LOG.log(Level.WARNING, "tasks in " + folder, e);
      problems.add("Your task folder " + folder + " cannot be read.");
    }
  }

  /// Replaces the prompt by a task with all its parts.
  public void open(Task task) {
    message.set("");
    composer.act("task “" + task.notes().name() + "”", () -> composer.take(task));
  }

  /// Asks for a task file and opens it.
  public void openFile() {
    files.taskToOpen().ifPresent(this::openFile);
  }

  public void openFile(Path file) {
    background.execute(
        () -> {
          try {
            var task = TaskFile.read(file);
            fxThread.execute(() -> open(task));
          } catch (TaskFileException e) {
            showMessage(file.getFileName() + " is no task that can be opened. " + e.getMessage());
          } catch (IOException e) {
            LOG.log(Level.WARNING, "task " + file, e);
            showMessage(file + " cannot be read; nothing was changed.");
          }
        });
  }

  /// Asks for a file and saves the prompt with all its ways as a task.
  public void saveFile() {
    if (composer.compositionProperty().get() == Composition.CHAT) {
      message.set("A chat is no task: save the session instead, which keeps its turns.");
      return;
    }
    var task = composer.asTask();
    var templates = task.templates();
    if (task.examples().isEmpty() && templates.zeroShot().isEmpty() && templates.text().isEmpty()) {
      message.set("There is no prompt to save yet: type one, or add an example.");
      return;
    }
    files.whereToSaveTask(fileName(task)).ifPresent(file -> save(task, file));
  }

  private static String fileName(Task task) {
    var name = task.notes().name().toLowerCase(Locale.ROOT);
    var plain = name.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return plain.isEmpty() ? "task" : plain;
  }

  private void save(Task task, Path file) {
    background.execute(
        () -> {
          try {
            TaskStore.write(file, task);
            showMessage("Saved as " + file.getFileName() + ".");
          } catch (WorkspaceException e) {
            LOG.log(Level.WARNING, "task " + file, e);
            showMessage(String.valueOf(e.getMessage()));
          }
        });
  }

  private void showMessage(String sentence) {
    fxThread.execute(() -> message.set(sentence));
  }

  // Properties

  /// The tasks that come with Kelvin; empty before the first `refresh`.
  public ObservableList<Task> library() {
    return library;
  }

  /// The tasks in the user's folder.
  public ObservableList<Task> own() {
    return own;
  }

  /// The message about the last file; empty if there is none.
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }
}
