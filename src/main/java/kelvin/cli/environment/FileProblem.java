package kelvin.cli.environment;

import java.io.IOException;
import kelvin.text.Reason;
import kelvin.workspace.file.WorkspaceException;

/// A file that cannot be used. The message is a sentence for the user.
public final class FileProblem extends RuntimeException {

  private static final long serialVersionUID = 1;

  /// @param reason without a full stop at its end
  public FileProblem(String file, String reason) {
    super(file + ": " + reason + ".");
  }

  public FileProblem(String file, IOException cause) {
    super(file + ": " + Reason.of(cause) + ".", cause);
  }

  /// A problem that a whole sentence or several explain.
  public static FileProblem explained(String file, String sentences) {
    return new FileProblem(file, sentences.replaceFirst("\\.$", ""));
  }

  /// A problem whose reason and remedy the cause names.
  public FileProblem(String file, WorkspaceException cause) {
    super(file + ": " + cause.reason() + " " + cause.remedy(), cause);
  }
}
