package kelvin.inference;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Thrown for a model folder that cannot be used. Names the file, the reason and a remedy.
public final class ModelLoadException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Path file;
  private final String reason;
  private final String remedy;

  /// @param file the file or folder at fault
  /// @param reason one sentence
  /// @param remedy one sentence: what the user can do
  public ModelLoadException(Path file, String reason, String remedy) {
    this(file, reason, remedy, null);
  }

  public ModelLoadException(Path file, String reason, String remedy, @Nullable Throwable cause) {
    super(file + ": " + reason + " " + remedy, cause);
    this.file = file;
    this.reason = reason;
    this.remedy = remedy;
  }

  public Path file() {
    return file;
  }

  public String reason() {
    return reason;
  }

  public String remedy() {
    return remedy;
  }
}
