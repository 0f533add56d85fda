package kelvin.ui.task;

import java.nio.file.Path;
import java.util.Optional;

/// The files that only the user can name. Each waits for the answer; none when cancelled.
public interface ComposerFiles {

  /// Nobody to ask.
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

  /// A table of examples.
  Optional<Path> tableToImport();

  Optional<Path> taskToOpen();

  /// @param name for the file, without ending
  Optional<Path> whereToSaveTask(String name);
}
