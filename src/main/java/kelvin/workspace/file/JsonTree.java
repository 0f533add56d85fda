package kelvin.workspace.file;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads a JSON document as plain data, within limits.
///
/// Objects become `Map`, in order; lists become `List`. Numbers become `Long` if they are whole and
/// fit, otherwise `Double`. Texts become `String`, booleans `Boolean`. A member that is `null`
/// counts as missing.
public final class JsonTree {

  private final JsonReader reader;
  private final JsonLimits limits;
  private int values;

  private JsonTree(Reader text, JsonLimits limits) {
    reader = new JsonReader(text);
    // The newer STRICT rejects half a surrogate pair, which text from the clipboard may contain.
    reader.setStrictness(Strictness.LEGACY_STRICT);
    reader.setNestingLimit(limits.depth());
    this.limits = limits;
  }

  /// @throws DamagedException with a sentence for the user
  /// @throws IOException when the stream fails
  public static Map<String, Object> read(InputStream in, JsonLimits limits) throws IOException {
    var text = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
    var tree = new JsonTree(text, limits);
    try {
      return tree.document();
    } catch (MalformedJsonException e) {
      throw new DamagedException(tree.reason(e));
    } catch (EOFException _) {
      throw new DamagedException("it ends in the middle.");
    } catch (CharacterCodingException _) {
      throw new DamagedException("it is not text in UTF-8.");
    }
  }

  private String reason(MalformedJsonException e) {
    var detail = String.valueOf(e.getMessage());
    if (detail.startsWith("Nesting limit")) {
      return "it is nested deeper than " + limits.depth() + " levels.";
    }
    // An unterminated text consumes the rest of the file.
    return detail.startsWith("Unterminated string")
        ? "it ends in the middle."
        : "it is no JSON at " + reader.getPath() + ".";
  }

  private Map<String, Object> document() throws IOException {
    if (reader.peek() != JsonToken.BEGIN_OBJECT) {
      throw new DamagedException("it is not a JSON object.");
    }
    var document = object();
    if (reader.peek() != JsonToken.END_DOCUMENT) {
      throw new DamagedException("something stands after its end.");
    }
    return document;
  }

  private Map<String, Object> object() throws IOException {
    var members = new LinkedHashMap<String, Object>();
    reader.beginObject();
    while (reader.hasNext()) {
      var name = reader.nextName();
      if (reader.peek() == JsonToken.NULL) {
        reader.nextNull();
        count();
      } else if (members.put(name, value()) != null) {
        throw new DamagedException("“" + reader.getPath() + "” stands there twice.");
      }
    }
    reader.endObject();
    return Collections.unmodifiableMap(members);
  }

  private List<Object> list() throws IOException {
    var elements = new ArrayList<Object>();
    reader.beginArray();
    while (reader.hasNext()) {
      elements.add(value());
    }
    reader.endArray();
    return Collections.unmodifiableList(elements);
  }

  private Object value() throws IOException {
    count();
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> object();
      case BEGIN_ARRAY -> list();
      case STRING -> reader.nextString();
      case NUMBER -> number();
      case BOOLEAN -> reader.nextBoolean();
      default -> throw new DamagedException("“" + reader.getPath() + "” has no value.");
    };
  }

  private Object number() throws IOException {
    var place = reader.getPath();
    var digits = reader.nextString();
    if (digits.length() > limits.digits()) {
      throw new DamagedException(
          "the number at “" + place + "” has more than " + limits.digits() + " characters.");
    }
    if (digits.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'))) {
      try {
        // A long cannot hold minus zero.
        return digits.equals("-0") ? (Object) (-0.0) : (Object) Long.parseLong(digits);
      } catch (NumberFormatException _) {
        return finite(place, digits);
      }
    }
    return finite(place, digits);
  }

  private static Object finite(String place, String digits) {
    double number = Double.parseDouble(digits);
    if (!Double.isFinite(number)) {
      throw new DamagedException("the number at “" + place + "” is too large: " + digits + ".");
    }
    return number;
  }

  private void count() {
    if (++values > limits.values()) {
      throw new DamagedException("it holds more than " + limits.values() + " values.");
    }
  }
}
