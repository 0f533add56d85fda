package kelvin.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import kelvin.workspace.file.PrivateFiles;

/// Sends the log for developers to a file instead of the user's terminal.
final class Logs {

  private static final int MAX_BYTES = 1 << 20;

  private Logs() {}

  /// Keeps a failure of the command line. The log is opened for it alone: most runs need none.
  ///
  /// @return the file
  static Path keep(Throwable failure) {
    toFile();
    Logger.getLogger(Logs.class.getName()).log(Level.WARNING, "a command failed", failure);
    return file();
  }

  private static Path file() {
    return AppFolders.cache().resolve("kelvin.log");
  }

  /// Logs to a file. Where none can be written, nothing is logged, and the program still works.
  static void toFile() {
    LogManager.getLogManager().reset();
    try {
      PrivateFiles.createFolder(AppFolders.cache());
      var file = new FileHandler(file().toString(), MAX_BYTES, 1, true);
      file.setFormatter(new SimpleFormatter());
      Logger.getLogger("").addHandler(file);
      Logger.getLogger("").setLevel(Level.INFO);
    } catch (IOException _) {
      Logger.getLogger("").setLevel(Level.OFF);
    }
  }
}
