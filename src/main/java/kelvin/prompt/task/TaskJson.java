package kelvin.prompt.task;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Reads JSON strictly: an unknown, duplicate or wrongly typed member is an error with its place.
final class TaskJson {

  private final JsonReader reader;

  TaskJson(JsonReader reader) {
    this.reader = reader;
  }

  /// Reads the value of a member.
  interface Member {
    void read() throws IOException, TaskFileException;
  }

  /// Reads the value of an element or member.
  interface Value<T> {
    T read() throws IOException, TaskFileException;
  }

  /// Reads an object.
  ///
  /// @param members readers by name, for all members that are allowed
  void object(Map<String, Member> members) throws IOException, TaskFileException {
    expect(JsonToken.BEGIN_OBJECT, "an object in braces");
    reader.beginObject();
    var seen = new HashSet<String>();
    while (reader.hasNext()) {
      var name = reader.nextName();
      var member = members.get(name);
      if (member == null) {
        throw new TaskFileException(
            place(),
            "there is no member of this name here",
            "The members are "
                + String.join(", ", members.keySet().stream().sorted().toList())
                + ".");
      }
      if (!seen.add(name)) {
        throw new TaskFileException(
            place(), "this member stands here twice", "Leave one of the two out.");
      }
      member.read();
    }
    reader.endObject();
  }

  <T> List<T> array(Value<T> element) throws IOException, TaskFileException {
    expect(JsonToken.BEGIN_ARRAY, "a list in square brackets");
    reader.beginArray();
    var elements = new ArrayList<T>();
    while (reader.hasNext()) {
      elements.add(element.read());
    }
    reader.endArray();
    return elements;
  }

  String text() throws IOException, TaskFileException {
    expect(JsonToken.STRING, "a text in quotation marks");
    return reader.nextString();
  }

  /// A text with at least one character.
  String filledText() throws IOException, TaskFileException {
    // Reading moves the path to the next element of a list.
    var place = place();
    var text = text();
    if (text.isEmpty()) {
      throw new TaskFileException(place, "this text is empty", "Fill it in or leave it out.");
    }
    return text;
  }

  /// True if a list is next.
  boolean isList() throws IOException {
    return reader.peek() == JsonToken.BEGIN_ARRAY;
  }

  boolean bool() throws IOException, TaskFileException {
    expect(JsonToken.BOOLEAN, "true or false");
    return reader.nextBoolean();
  }

  /// Reads a number with its digits as written.
  String number() throws IOException, TaskFileException {
    expect(JsonToken.NUMBER, "a number");
    return reader.nextString();
  }

  void end() throws IOException, TaskFileException {
    if (reader.peek() != JsonToken.END_DOCUMENT) {
      throw new TaskFileException("", "something follows the task", "One file holds one task.");
    }
  }

  private void expect(JsonToken token, String words) throws IOException, TaskFileException {
    if (reader.peek() != token) {
      throw new TaskFileException(place(), "this must be " + words, "Correct it there.");
    }
  }

  /// The current path without the leading `$.`; empty for the whole document.
  String place() {
    return reader.getPath().replaceFirst("^\\$\\.?", "");
  }
}
