package kelvin.ui.session;

import java.nio.file.Path;
import java.util.Optional;

/// The questions that only the user can answer. Each call waits for the answer.
public interface Questions {

  /// The choices for unsaved work.
  enum Unsaved {
    SAVE,
    LET_GO,
    CANCEL
  }

  /// @param name of the work
  Unsaved askAboutUnsaved(String name);

  /// Asks for the file to open; empty when cancelled.
  Optional<Path> askForFileToOpen();

  /// Asks for the file to save to; empty when cancelled.
  ///
  /// @param name of the work
  Optional<Path> askWhereToSave(String name);
}
