package kelvin.prompt.task;

import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads and writes task files; `docs/task-format.md` describes them.
public final class TaskFile {

  /// The value of `version` in current files.
  public static final int VERSION = 1;

  /// The value of `kelvin`, which distinguishes a task from other files of Kelvin.
  static final String KIND = "task";

  private static final long MAX_BYTES = 16L << 20;

  private static final String REMEDY =
      "A task file is JSON in UTF-8; docs/task-format.md describes it.";

  private static final Pattern PLACE = Pattern.compile("at (line \\d+ column \\d+)");

  private TaskFile() {}

  /// @throws TaskFileException with the place when the file is not a task
  /// @throws IOException when the file cannot be read
  public static Task read(Path file) throws IOException, TaskFileException {
    long size = Files.size(file);
    if (size > MAX_BYTES) {
      throw new TaskFileException(
          "",
          String.format(Locale.ROOT, "this file has %,d MB, too many for a task", size >> 20),
          "A task file has at most 16 MB; import examples from CSV or JSONL instead.");
    }
    return parse(Files.readAllBytes(file));
  }

  /// @throws TaskFileException as `read`
  public static Task parse(byte[] bytes) throws TaskFileException {
    var text = decode(bytes);
    var reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    var json = new TaskJson(reader);
    try {
      var members = new TaskMembers(json);
      members.read();
      json.end();
      return members.task();
    } catch (EOFException _) {
      throw new TaskFileException(json.place(), "the file ends in the middle", REMEDY);
    } catch (MalformedJsonException | JsonParseException | IllegalStateException e) {
      var place = PLACE.matcher(String.valueOf(e.getMessage()));
      throw new TaskFileException(
          place.find() ? place.group(1) : json.place(), "this is no JSON", REMEDY);
    } catch (IOException e) {
      throw new TaskFileException(json.place(), "this is no JSON", REMEDY);
    }
  }

  private static String decode(byte[] bytes) throws TaskFileException {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      // Some editors put a byte order mark at the beginning of a file.
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException _) {
      throw new TaskFileException("", "this is not UTF-8 text", REMEDY);
    }
  }

  /// Writes the task as the text of a file, which `parse` reads back unchanged.
  public static String write(Task task) {
    return TaskText.of(task);
  }
}
