package kelvin.workspace;

import kelvin.workspace.file.FileStamp;

/// The outcome of saving to a file that others may have changed.
public sealed interface SaveOutcome {

  /// The file holds the session.
  record Saved(FileStamp stamp) implements SaveOutcome {}

  /// The file holds what the window does not know, and was left as it is.
  record Changed(FileStamp now) implements SaveOutcome {}
}
