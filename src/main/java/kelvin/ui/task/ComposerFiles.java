package kelvin.ui.task;

import java.nio.file.Path;
import java.util.Optional;

/// Asks the user for files. Each method waits for the answer, which is empty if the user cancels.
public interface ComposerFiles {

  /// Gives no files, because there is no user to ask.
  ComposerFiles NONE =
      new ComposerFiles() {
        @Override
        public Optional<Path> tableToImport() {
          return Optional.empty();
        }

        @Override
        public Optional<Path> taskToOpen() {
          return Optional.empty();
        }

        @Override
        public Optional<Path> whereToSaveTask(String name) {
          return Optional.empty();
        }
      };

  /// Asks for a table of examples.
  Optional<Path> tableToImport();

  Optional<Path> taskToOpen();

  /// @param name a proposed file name without ending
  Optional<Path> whereToSaveTask(String name);
}
