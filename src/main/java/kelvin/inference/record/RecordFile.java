package kelvin.inference.record;

import java.nio.file.Path;
import java.util.Locale;

/// The name of a file that holds the logits of a text, and opens in place of a model.
public final class RecordFile {

  /// The usual ending of the names of such files.
  public static final String ENDING = ".kelvin-trace";

  private RecordFile() {}

  /// True if a path names such a file, whether it is there or not.
  public static boolean isOne(Path path) {
    return path.toString().toLowerCase(Locale.ROOT).endsWith(ENDING);
  }
}
