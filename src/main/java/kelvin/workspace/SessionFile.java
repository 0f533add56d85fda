package kelvin.workspace;

import java.nio.file.Path;
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

  /// @throws WorkspaceException when the file is not a complete session of a known version
  public static Session read(Path file) throws WorkspaceException {
    return JsonFile.read(
        file, JsonLimits.SESSION, SessionFormat::read, "Open another file, or an older copy.");
  }

  /// Writes the complete file or changes nothing.
  ///
  /// @throws WorkspaceException when it cannot be written; an older file stays unchanged
  public static void write(Path file, Session session) throws WorkspaceException {
    new SafeFile().replace(file, JsonText.bytes(SessionFormat.write(session)));
  }
}
