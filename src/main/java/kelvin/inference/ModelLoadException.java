package kelvin.inference;

import java.nio.file.Path;
import java.util.StringJoiner;
import kelvin.text.VisibleText;
import org.jspecify.annotations.Nullable;

/// Thrown for a model folder that cannot be used. Names the file, the reason and a remedy.
public final class ModelLoadException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Path file;
  private final String reason;
  private final String remedy;
  private final String details;

  /// @param file the file or folder at fault
  /// @param reason one sentence; control characters in names that it quotes become visible
  /// @param remedy one sentence: what the user can do
  public ModelLoadException(Path file, String reason, String remedy) {
    this(file, reason, remedy, null);
  }

  public ModelLoadException(Path file, String reason, String remedy, @Nullable Throwable cause) {
    this(file, reason, remedy, cause, wordsOf(cause));
  }

  private ModelLoadException(
      Path file, String reason, String remedy, @Nullable Throwable cause, String details) {
    super(file + ": " + VisibleText.ofControls(reason) + " " + remedy, cause);
    this.file = file;
    this.reason = VisibleText.ofControls(reason);
    this.remedy = remedy;
    this.details = details;
  }

  /// A refusal that another process made.
  ///
  /// @param details what the libraries said there
  public static ModelLoadException withDetails(
      Path file, String reason, String remedy, String details) {
    return new ModelLoadException(file, reason, remedy, null, details);
  }

  /// The words of the causes, one per line; those that repeat the line before are left out.
  private static String wordsOf(@Nullable Throwable cause) {
    var lines = new StringJoiner("\n");
    var last = "";
    for (var each = cause; each != null; each = each.getCause()) {
      var line = each.getMessage();
      if (line != null && !last.contains(line)) {
        lines.add(line);
        last = line;
      }
    }
    return lines.toString();
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

  /// The words of the library that found the fault, for developers; may be empty.
  public String details() {
    return details;
  }
}
