package kelvin.text.json;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/// Writes one JSON document: numbers unrounded, and the strings that `--logits-file` reads for
/// what JSON has no numbers for.
public final class Json {

  private final JsonWriter writer;
  private final PrintWriter out;

  public Json(PrintWriter out) {
    this.out = out;
    writer = new JsonWriter(out);
  }

  /// Writes the members of an object or the elements of an array.
  public interface Content {
    void write() throws IOException;
  }

  /// The outermost object, on a line of its own.
  public void document(Content members) throws IOException {
    object(members);
    writer.flush();
    out.println();
    out.flush();
  }

  public void object(Content members) throws IOException {
    writer.beginObject();
    members.write();
    writer.endObject();
  }

  public void object(String name, Content members) throws IOException {
    writer.name(name);
    object(members);
  }

  public void array(String name, Content elements) throws IOException {
    writer.name(name);
    writer.beginArray();
    elements.write();
    writer.endArray();
  }

  public void member(String name, String text) throws IOException {
    writer.name(name);
    element(text);
  }

  /// The members with which every object of a token begins.
  ///
  /// @param position the token's place in the context, from 0
  public void tokenMembers(int position, int id, String token) throws IOException {
    member("position", position);
    member("id", id);
    member("token", token);
  }

  public void member(String name, long number) throws IOException {
    writer.name(name).value(number);
  }

  public void member(String name, boolean flag) throws IOException {
    writer.name(name).value(flag);
  }

  /// NaN, which stands for no number in our records, becomes null.
  public void member(String name, double number) throws IOException {
    writer.name(name);
    element(number);
  }

  public void element(double number) throws IOException {
    number(writer, number);
  }

  /// Writes a number to another writer, as this class writes all numbers.
  public static void number(JsonWriter writer, double number) throws IOException {
    if (Double.isNaN(number)) {
      writer.nullValue();
    } else if (Double.isInfinite(number)) {
      writer.value(number > 0 ? "inf" : "-inf");
    } else {
      writer.value(number);
    }
  }

  public void array(Content elements) throws IOException {
    writer.beginArray();
    elements.write();
    writer.endArray();
  }

  public void element(long number) throws IOException {
    writer.value(number);
  }

  /// An array of token ids.
  public void ids(String name, List<Integer> ids) throws IOException {
    writer.name(name).beginArray();
    for (int id : ids) {
      writer.value(id);
    }
    writer.endArray();
  }

  public void missing(String name) throws IOException {
    writer.name(name).nullValue();
  }

  public void element(String text) throws IOException {
    writer.value(sound(text));
  }

  /// A lone surrogate has no UTF-8; the tokenizer too sees U+FFFD for it.
  private static String sound(String text) {
    if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
      return text;
    }
    var sound = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c <= 0xFFFF && Character.isSurrogate((char) c) ? 0xFFFD : c)
        .forEach(sound::appendCodePoint);
    return sound.toString();
  }
}
