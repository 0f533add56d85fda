package kelvin.ui.task;

import java.io.File;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import kelvin.workspace.file.PrivateFiles;
import org.jspecify.annotations.Nullable;

/// Asks for files with the system's dialogs.
public final class ComposerFileDialogs implements ComposerFiles {

  private static final Logger LOG = System.getLogger(ComposerFileDialogs.class.getName());
  private static final ExtensionFilter TASKS = new ExtensionFilter("Task files", "*.json");
  private static final ExtensionFilter TABLES =
      new ExtensionFilter("Tables", "*.csv", "*.tsv", "*.txt", "*.jsonl", "*.ndjson");
  private static final ExtensionFilter ALL = new ExtensionFilter("All files", "*");

  private final Window window;
  private final Path taskFolder;

  /// @param taskFolder the folder of the user's own tasks; it need not exist
  public ComposerFileDialogs(Window window, Path taskFolder) {
    this.window = window;
    this.taskFolder = taskFolder;
  }

  @Override
  public Optional<Path> tableToImport() {
    return path(chooser("Import examples", List.of(TABLES, ALL)).showOpenDialog(window));
  }

  @Override
  public Optional<Path> taskToOpen() {
    return path(inFolder(chooser("Open task file", List.of(TASKS, ALL))).showOpenDialog(window));
  }

  @Override
  public Optional<Path> whereToSaveTask(String name) {
    try {
      PrivateFiles.createFolder(taskFolder);
    } catch (IOException e) {
      // The dialog then starts in another folder.
      LOG.log(Level.INFO, "task folder", e);
    }
    var chooser = inFolder(chooser("Save as task file", List.of(TASKS)));
    chooser.setInitialFileName(name + ".json");
    return path(chooser.showSaveDialog(window));
  }

  private FileChooser inFolder(FileChooser chooser) {
    if (Files.isDirectory(taskFolder)) {
      chooser.setInitialDirectory(taskFolder.toFile());
    }
    return chooser;
  }

  private static FileChooser chooser(String title, List<ExtensionFilter> filters) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.getExtensionFilters().setAll(filters);
    return chooser;
  }

  private static Optional<Path> path(@Nullable File file) {
    return Optional.ofNullable(file).map(File::toPath);
  }
}
