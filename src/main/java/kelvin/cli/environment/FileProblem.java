package kelvin.cli.environment;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import kelvin.workspace.file.WorkspaceException;

/// A file that cannot be used. The message is a sentence for the user.
public final class FileProblem extends RuntimeException {

  private static final long serialVersionUID = 1;

  public FileProblem(String file, String reason) {
    super(file + ": " + reason + ".");
  }

  public FileProblem(String file, IOException cause) {
    super(file + ": " + reason(cause) + ".", cause);
  }

  /// What is wrong and what to do about it stand in the cause.
  public FileProblem(String file, WorkspaceException cause) {
    super(file + ": " + cause.reason() + " " + cause.remedy(), cause);
  }

  /// The reason in plain words: the JDK's messages are often only the file's name.
  public static String reason(IOException e) {
    return switch (e) {
      case CharacterCodingException _ -> "this is not UTF-8 text";
      case NoSuchFileException _ -> "there is no such file or folder";
      case AccessDeniedException _ -> "permission denied";
      case FileSystemException named when named.getReason() != null ->
          String.valueOf(named.getReason());
      // Its message is only the file's name.
      case FileSystemException _ -> "the system does not allow it";
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }
}
