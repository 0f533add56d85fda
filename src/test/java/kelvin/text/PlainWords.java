package kelvin.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.regex.Pattern;

/// Finds in messages for users what only developers can read. The domain of an ONNX operator, such
/// as `com.microsoft`, is part of its name.
public final class PlainWords {

  private static final List<Pattern> SIGNS =
      List.of(
          Pattern.compile("\\w+(Exception|Error|Handler)\\b"),
          Pattern.compile(
              "\\b(java|javax|jdk|sun|com(?!\\.microsoft\\.[A-Z])|ai|org|kelvin)\\.[a-z]+\\."),
          Pattern.compile("_src/|\\.(cc|cpp|h|hpp|rs|java):\\d"),
          Pattern.compile("::|\\[[A-Z]\\w+Error\\]|\\bnull\\b"),
          Pattern.compile("\\R|\\p{Cntrl}"),
          Pattern.compile("\\w[.:][.:](\\s|$)|[.:] +[.:]"));

  private PlainWords() {}

  /// The parts of a message that are no plain words; a good message has none.
  public static List<String> signsIn(String message) {
    return SIGNS.stream()
        .flatMap(sign -> sign.matcher(message).results().map(found -> found.group()))
        .toList();
  }

  public static void assertPlain(String message) {
    assertEquals(List.of(), signsIn(message), message);
  }
}
