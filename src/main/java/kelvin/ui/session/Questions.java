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
  Unsaved whatAboutUnsaved(String name);

  /// The file to open; none when cancelled.
  Optional<Path> whatToOpen();

  /// The file to save in; none when cancelled.
  ///
  /// @param name of the work
  Optional<Path> whereToSave(String name);
}
