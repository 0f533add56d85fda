package kelvin.ui.session;

import java.nio.file.Path;
import java.util.Optional;

/// What only the user can answer. Each waits for the answer.
public interface Questions {

  /// What to do with work that is not saved.
  enum Unsaved {
    SAVE,
    LET_GO,
    CANCEL
  }

  /// @param name of the work
  Unsaved askAboutUnsaved(String name);

  /// The file to open; none when cancelled.
  Optional<Path> askForFileToOpen();

  /// The file to save in; none when cancelled.
  ///
  /// @param name of the work
  Optional<Path> askWhereToSave(String name);
}
