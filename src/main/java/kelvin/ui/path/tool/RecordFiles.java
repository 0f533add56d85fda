package kelvin.ui.path.tool;

import java.nio.file.Path;
import java.util.Optional;

/// The questions about files of records. Each call waits for the answer; it is empty when
/// cancelled.
public interface RecordFiles {

  /// No question is answered.
  RecordFiles NONE = (_, _) -> Optional.empty();

  /// The kinds of files that are asked for.
  enum Wanted {
    TRACE_TO_SAVE,
    CERTIFICATE_TO_SAVE,
    CERTIFICATE_TO_VERIFY
  }

  /// @param name of the path, from which the name of the file is made
  Optional<Path> ask(Wanted wanted, String name);
}
