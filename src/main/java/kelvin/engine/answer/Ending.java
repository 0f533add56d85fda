package kelvin.engine.answer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Tokens that end an answer and leave it the same text.
///
/// @param ids ascending, at least one
record Ending(Shape shape, List<Integer> ids) {

  Ending {
    ids = List.copyOf(ids);
  }

  /// The text of an answer that ends with one of these tokens.
  ///
  /// @param path the bytes before the token
  String textAfter(byte[] path) {
    var added = shape.added.getBytes(StandardCharsets.ISO_8859_1);
    int kept = path.length - shape.cut;
    var bytes = Arrays.copyOf(path, kept + added.length);
    System.arraycopy(added, 0, bytes, kept, added.length);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /// The effect of an ending on the text of a path.
  ///
  /// @param cut the number of bytes at the end of the path that belong to the stop text
  /// @param added the bytes before the stop text, each as one character, so that shapes can be
  ///     compared
  record Shape(int cut, String added) {

    static final Shape WHOLE_PATH = new Shape(0, "");

    static Shape adding(byte[] token, int length) {
      return new Shape(0, new String(token, 0, length, StandardCharsets.ISO_8859_1));
    }

    static Shape cutting(int bytes) {
      return new Shape(bytes, "");
    }
  }
}
