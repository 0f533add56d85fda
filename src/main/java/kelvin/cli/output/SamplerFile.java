package kelvin.cli.output;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kelvin.cli.environment.FileProblem;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.StageRecord;

/// A chain in a JSON file: `{"version": 1, "stages": [{"stage": "top-p", "on": true, "p": 0.9}]}`.
public final class SamplerFile {

  static final int VERSION = 1;

  private static final String EXPECTED =
      "it must be a JSON object such as {\"version\": 1, \"stages\": [{\"stage\": \"top-p\", \"on\":"
          + " true, \"p\": 0.9}]}";

  private SamplerFile() {}

  public static SamplerChain read(String file) {
    return read(
        file,
        () ->
            new InputStreamReader(
                Files.newInputStream(Path.of(file)), StandardCharsets.UTF_8.newDecoder()));
  }

  /// Reads a chain from a text that is the content of such a file.
  ///
  /// @param name for messages, in place of the name of a file
  public static SamplerChain parse(String name, String text) {
    return read(name, () -> new StringReader(text));
  }

  private interface Source {
    Reader open() throws IOException;
  }

  private static SamplerChain read(String file, Source source) {
    try (var reader = new JsonReader(source.open())) {
      reader.setStrictness(Strictness.STRICT);
      return chain(file, JsonParser.parseReader(reader));
    } catch (JsonParseException e) {
      throw e.getCause() instanceof java.nio.charset.CharacterCodingException encoding
          ? new FileProblem(file, encoding)
          : new FileProblem(file, EXPECTED);
    } catch (IllegalArgumentException e) {
      throw e instanceof InvalidPathException
          ? new FileProblem(file, "this is no name of a file")
          : new FileProblem(file, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new FileProblem(file, e);
    }
  }

  private static SamplerChain chain(String file, JsonElement root) {
    if (!(root instanceof JsonObject object)
        || !(object.get("stages") instanceof JsonArray stages)) {
      throw new FileProblem(file, EXPECTED);
    }
    if (!new JsonPrimitive(VERSION).equals(object.get("version"))) {
      throw new FileProblem(
          file, "its version must be " + VERSION + ", was " + object.get("version"));
    }
    var records = new ArrayList<StageRecord>();
    for (var element : stages) {
      if (!(element instanceof JsonObject stage)) {
        throw new FileProblem(file, EXPECTED);
      }
      records.add(record(file, stage));
    }
    return StageRecord.chain(records);
  }

  private static StageRecord record(String file, JsonObject stage) {
    var settings = new LinkedHashMap<String, Object>();
    stage.asMap().forEach((name, value) -> settings.put(name, plain(file, value)));
    var on = settings.remove("on");
    if (!(settings.remove("stage") instanceof String name)
        || !(on == null || on instanceof Boolean)) {
      throw new FileProblem(file, EXPECTED);
    }
    return new StageRecord(name, on == null || (Boolean) on, settings);
  }

  private static Object plain(String file, JsonElement element) {
    return switch (element) {
      case JsonArray array -> {
        List<Object> list = new ArrayList<>();
        array.forEach(each -> list.add(plain(file, each)));
        yield list;
      }
      case JsonObject object -> {
        Map<String, Object> map = new LinkedHashMap<>();
        object.asMap().forEach((name, value) -> map.put(name, plain(file, value)));
        yield map;
      }
      case JsonPrimitive primitive when primitive.isBoolean() -> primitive.getAsBoolean();
      case JsonPrimitive primitive when primitive.isNumber() -> primitive.getAsDouble();
      case JsonPrimitive primitive -> primitive.getAsString();
      default -> throw new FileProblem(file, EXPECTED);
    };
  }
}
