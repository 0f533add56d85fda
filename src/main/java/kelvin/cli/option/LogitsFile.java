package kelvin.cli.option;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import kelvin.cli.environment.FileProblem;
import kelvin.distribution.InvalidLogitsException;
import kelvin.distribution.Logits;

/// A JSON array of logits, one for each token id.
public final class LogitsFile {

  private static final String EXPECTED = "it must be a JSON array of numbers, such as [2, 1, 0.5]";

  private LogitsFile() {}

  public static Logits read(String file) {
    try (var reader =
        new JsonReader(
            new InputStreamReader(
                Files.newInputStream(Path.of(file)), StandardCharsets.UTF_8.newDecoder()))) {
      reader.setStrictness(Strictness.STRICT);
      return Logits.owning(values(reader, file));
    } catch (InvalidLogitsException e) {
      throw new FileProblem(file, String.valueOf(e.getMessage()));
    } catch (MalformedJsonException | java.io.EOFException _) {
      throw new FileProblem(file, EXPECTED);
    } catch (IOException e) {
      throw new FileProblem(file, e);
    } catch (InvalidPathException _) {
      throw new FileProblem(file, "this is no name of a file");
    }
  }

  private static float[] values(JsonReader reader, String file) throws IOException {
    if (reader.peek() != JsonToken.BEGIN_ARRAY) {
      throw new FileProblem(file, EXPECTED);
    }
    reader.beginArray();
    var values = new float[1024];
    int count = 0;
    while (reader.hasNext()) {
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }
      values[count] = value(reader, file, count);
      count++;
    }
    reader.endArray();
    if (reader.peek() != JsonToken.END_DOCUMENT) {
      throw new FileProblem(file, EXPECTED);
    }
    return Arrays.copyOf(values, count);
  }

  private static float value(JsonReader reader, String file, int id) throws IOException {
    var kind = reader.peek();
    if (kind != JsonToken.NUMBER && kind != JsonToken.STRING) {
      throw new FileProblem(file, EXPECTED + "; the logit of token " + id + " is none");
    }
    var text = reader.nextString();
    if (kind == JsonToken.STRING) {
      return switch (text) {
        case "-inf" -> Float.NEGATIVE_INFINITY;
        case "inf" -> Float.POSITIVE_INFINITY;
        case "nan" -> Float.NaN;
        default ->
            throw new FileProblem(
                file, "the only strings are \"-inf\", \"inf\" and \"nan\", not \"" + text + "\"");
      };
    }
    float value = Float.parseFloat(text);
    if (Float.isInfinite(value)) {
      throw new FileProblem(
          file, "the logit of token " + id + ", " + text + ", is outside single precision");
    }
    return value;
  }
}
