package kelvin.ui.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The questions that only the user can answer. Each call waits for the answer.
public interface Questions {

  /// The choices for unsaved work.
  enum Unsaved {
    SAVE,
    LET_GO,
    CANCEL
  }

  /// The choices for a file that another window or program has changed since this one knew it.
  enum Changed {
    SAVE_AS,
    OVERWRITE,
    SHOW_DIFFERENCE,
    CANCEL
  }

  /// @param name of the work
  Changed askAboutChangedFile(String name);

  /// Shows what differs between the file and the work, and waits until it is read.
  ///
  /// @param name of the work
  void showDifference(String name, List<String> sentences);

  /// @param name of the work
  Unsaved askAboutUnsaved(String name);

  /// Asks for the file to open; empty when cancelled.
  Optional<Path> askForFileToOpen();

  /// Asks for the file to save to; empty when cancelled.
  ///
  /// @param name of the work
  Optional<Path> askWhereToSave(String name);
}
