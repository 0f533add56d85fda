package kelvin.workspace.file;

import java.nio.file.Path;

/// Signals that a file of the user's work cannot be read or written. Each part is a sentence for
/// the user.
public final class WorkspaceException extends Exception {

  private static final long serialVersionUID = 1;

  private final String file;
  private final String reason;
  private final String remedy;

  /// @param reason what is wrong, without the file's name
  /// @param remedy what the user can do
  public WorkspaceException(Path file, String reason, String remedy) {
    super(file + ": " + reason + " " + remedy);
    this.file = file.toString();
    this.reason = reason;
    this.remedy = remedy;
  }

  public WorkspaceException(Path file, String reason, String remedy, Throwable cause) {
    this(file, reason, remedy);
    initCause(cause);
  }

  public Path file() {
    return Path.of(file);
  }

  public String reason() {
    return reason;
  }

  public String remedy() {
    return remedy;
  }
}
