package kelvin.cli.environment;

import java.io.IOException;
import kelvin.text.Reason;
import kelvin.workspace.file.WorkspaceException;

/// A file that cannot be used. The message is a sentence for the user.
public final class FileProblem extends RuntimeException {

  private static final long serialVersionUID = 1;

  public FileProblem(String file, String reason) {
    super(file + ": " + reason + ".");
  }

  public FileProblem(String file, IOException cause) {
    super(file + ": " + Reason.of(cause) + ".", cause);
  }

  /// A problem whose reason and remedy the cause names.
  public FileProblem(String file, WorkspaceException cause) {
    super(file + ": " + cause.reason() + " " + cause.remedy(), cause);
  }
}
