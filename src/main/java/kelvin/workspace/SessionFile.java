package kelvin.workspace;

import java.nio.file.Path;
import kelvin.workspace.file.FileStamp;
import kelvin.workspace.file.JsonFile;
import kelvin.workspace.file.JsonLimits;
import kelvin.workspace.file.JsonText;
import kelvin.workspace.file.SafeFile;
import kelvin.workspace.file.WorkspaceException;

/// Reads and writes a session in a `.kelvin` file.
public final class SessionFile {

  /// The ending of session file names.
  public static final String ENDING = ".kelvin";

  private SessionFile() {}

  /// A session, and the stamp of the file that it was read from.
  public record Opened(Session session, FileStamp stamp) {}

  /// @throws WorkspaceException when the file is not a complete session of a known version
  public static Session read(Path file) throws WorkspaceException {
    return open(file).session();
  }

  /// Reads a session that may be saved to the same file later.
  ///
  /// @throws WorkspaceException when the file is not a complete session of a known version
  public static Opened open(Path file) throws WorkspaceException {
    var read =
        JsonFile.readStamped(
            file, JsonLimits.SESSION, SessionFormat::read, "Open another file, or an older copy.");
    return new Opened(read.value(), read.stamp());
  }

  /// Writes the complete file or changes nothing.
  ///
  /// @throws WorkspaceException when it cannot be written; an older file stays unchanged
  public static FileStamp write(Path file, Session session) throws WorkspaceException {
    var content = JsonText.bytes(SessionFormat.write(session));
    new SafeFile().replace(file, content);
    return FileStamp.of(content);
  }

  /// Writes the complete file, unless it holds something else than the window knows.
  ///
  /// @param known the content when the window last read or wrote it
  /// @throws WorkspaceException when it cannot be written; an older file stays unchanged
  public static SaveOutcome save(Path file, Session session, FileStamp known)
      throws WorkspaceException {
    var content = JsonText.bytes(SessionFormat.write(session));
    return new SafeFile()
        .replaceKnown(file, content, known)
        .<SaveOutcome>map(SaveOutcome.Changed::new)
        .orElseGet(() -> new SaveOutcome.Saved(FileStamp.of(content)));
  }
}
