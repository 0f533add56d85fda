package kelvin.workspace.file;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Writes plain data as a JSON document that `JsonTree` reads back unchanged.
public final class JsonText {

  private JsonText() {}

  /// Writes the document in UTF-8.
  ///
  /// @param document made of `Map`, `List`, `String`, `Boolean` and finite `Number`
  public static byte[] bytes(Map<String, ?> document) {
    return (text(document, "  ") + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /// The document in one line.
  ///
  /// @param document made of `Map`, `List`, `String`, `Boolean` and finite `Number`
  public static String line(Map<String, ?> document) {
    return text(document, "");
  }

  private static String text(Map<String, ?> document, String indent) {
    var text = new StringWriter();
    var writer = new JsonWriter(text);
    writer.setIndent(indent);
    try {
      write(writer, document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return escaped(text.toString());
  }

  private static void write(JsonWriter writer, Object value) throws IOException {
    switch (value) {
      case Map<?, ?> members -> {
        writer.beginObject();
        for (var member : members.entrySet()) {
          writer.name(String.valueOf(member.getKey()));
          write(writer, member.getValue());
        }
        writer.endObject();
      }
      case List<?> elements -> {
        writer.beginArray();
        for (var element : elements) {
          write(writer, element);
        }
        writer.endArray();
      }
      case Boolean bool -> writer.value(bool);
      case Number number -> writer.value(number);
      case String text -> writer.value(text);
      default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
    }
  }

  /// Escapes surrogates without a partner, because UTF-8 cannot encode them. They occur only inside
  /// JSON texts, where an escape is allowed.
  public static String escaped(String json) {
    StringBuilder changed = null;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < json.length()
              && Character.isLowSurrogate(json.charAt(i + 1));
      if (Character.isSurrogate(c) && !pair) {
        changed = changed == null ? new StringBuilder(json.substring(0, i)) : changed;
        changed.append(String.format("\\u%04x", (int) c));
      } else if (changed != null) {
        changed.append(c);
      }
      if (pair) {
        i++;
        if (changed != null) {
          changed.append(json.charAt(i));
        }
      }
    }
    return changed == null ? json : changed.toString();
  }
}
