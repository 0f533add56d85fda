package kelvin.workspace;

import java.nio.file.Path;
import kelvin.workspace.file.JsonFile;
import kelvin.workspace.file.JsonLimits;
import kelvin.workspace.file.JsonText;
import kelvin.workspace.file.SafeFile;
import kelvin.workspace.file.WorkspaceException;

/// A session in a `.kelvin` file.
public final class SessionFile {

  /// How the names of session files end.
  public static final String ENDING = ".kelvin";

  private SessionFile() {}

  /// @throws WorkspaceException when it is no whole session of a version that is known
  public static Session read(Path file) throws WorkspaceException {
    return JsonFile.read(
        file, JsonLimits.SESSION, SessionFormat::read, "Open another file, or an older copy.");
  }

  /// Writes the file whole or not at all.
  ///
  /// @throws WorkspaceException when it cannot be written; an older file is as it was
  public static void write(Path file, Session session) throws WorkspaceException {
    new SafeFile().replace(file, JsonText.bytes(SessionFormat.write(session)));
  }
}
