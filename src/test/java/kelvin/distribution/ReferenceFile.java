package kelvin.distribution;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/// Reads the reference numbers in this package's resources.
final class ReferenceFile {

  private ReferenceFile() {}

  static Stream<JsonObject> rows(String name) {
    var in = Objects.requireNonNull(ReferenceFile.class.getResourceAsStream(name), name);
    try (var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return JsonParser.parseReader(reader).getAsJsonArray().asList().stream()
          .map(JsonElement::getAsJsonObject);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static float[] floats(JsonArray array) {
    var values = new float[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) number(array.get(i));
    }
    return values;
  }

  static double[] doubles(JsonArray array) {
    return array.asList().stream().mapToDouble(ReferenceFile::number).toArray();
  }

  static int[] ints(JsonArray array) {
    return array.asList().stream().mapToInt(JsonElement::getAsInt).toArray();
  }

  static double number(JsonElement element) {
    return switch (element.getAsString().toLowerCase(Locale.ROOT)) {
      case "-inf" -> Double.NEGATIVE_INFINITY;
      case "inf" -> Double.POSITIVE_INFINITY;
      default -> element.getAsDouble();
    };
  }
}
