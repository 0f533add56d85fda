package kelvin.engine.path;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kelvin.text.Vocabulary;

/// The text of tokens; special ones have none.
public final class PathText {

  private PathText() {}

  /// Bytes that are no whole character become U+FFFD.
  public static String of(List<Integer> ids, Vocabulary vocabulary) {
    var bytes = new ByteArrayOutputStream();
    for (int id : ids) {
      if (!vocabulary.isSpecial(id)) {
        bytes.writeBytes(vocabulary.bytes(id));
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
