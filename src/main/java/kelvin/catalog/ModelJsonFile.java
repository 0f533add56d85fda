package kelvin.catalog;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kelvin.inference.ModelLoadException;
import kelvin.inference.folder.ModelLinks;

/// A JSON object of a model folder, read leniently: a field of the wrong type counts as missing.
record ModelJsonFile(JsonObject object) {

  static ModelJsonFile empty() {
    return new ModelJsonFile(new JsonObject());
  }

  /// Reads a file of a model's folder. A missing file gives an empty object; a damaged one, or a
  /// link that leads out, is an error.
  static ModelJsonFile readIfPresent(Path file) throws ModelLoadException {
    if (!Files.exists(file)) {
      return empty();
    }
    ModelLinks.check(file.resolveSibling(""), file);
    ModelJsonLimits.check(file, ModelJsonLimits.SETTINGS);
    try {
      var element = JsonParser.parseString(Files.readString(file));
      if (!element.isJsonObject()) {
        throw new JsonParseException("not an object");
      }
      return new ModelJsonFile(element.getAsJsonObject());
    } catch (IOException | JsonParseException e) {
      throw new ModelLoadException(
          file, "this file is not readable JSON.", "Download or export it again.", e);
    }
  }

  Optional<String> string(String name) {
    return primitive(name)
        .filter(e -> e.getAsJsonPrimitive().isString())
        .map(JsonElement::getAsString);
  }

  boolean isTrue(String name) {
    return primitive(name)
        .filter(e -> e.getAsJsonPrimitive().isBoolean())
        .map(JsonElement::getAsBoolean)
        .orElse(false);
  }

  boolean isFalse(String name) {
    return primitive(name).map(JsonElement::toString).filter("false"::equals).isPresent();
  }

  /// The value of the first name that holds a positive integer.
  OptionalInt positiveInt(String... names) {
    for (var name : names) {
      var found = integers(name);
      if (found.size() == 1 && found.getFirst() > 0) {
        return OptionalInt.of(found.getFirst());
      }
    }
    return OptionalInt.empty();
  }

  /// Reads an integer or a list of integers, such as `eos_token_id`.
  List<Integer> integers(String name) {
    var integers = new ArrayList<Integer>();
    var element = object.get(name);
    if (element != null && element.isJsonArray()) {
      element.getAsJsonArray().forEach(item -> addInteger(item, integers));
    } else if (element != null) {
      addInteger(element, integers);
    }
    return integers;
  }

  List<String> strings(String name) {
    var strings = new ArrayList<String>();
    var element = object.get(name);
    if (element != null && element.isJsonArray()) {
      for (var item : element.getAsJsonArray()) {
        if (item.isJsonPrimitive()) {
          strings.add(item.getAsString());
        }
      }
    }
    return strings;
  }

  /// A nested object, or an empty one.
  ModelJsonFile child(String name) {
    var element = object.get(name);
    return element != null && element.isJsonObject()
        ? new ModelJsonFile(element.getAsJsonObject())
        : empty();
  }

  private Optional<JsonElement> primitive(String name) {
    return Optional.ofNullable(object.get(name)).filter(JsonElement::isJsonPrimitive);
  }

  private static void addInteger(JsonElement element, List<Integer> integers) {
    if (element.isJsonPrimitive() && element.getAsJsonPrimitive().isNumber()) {
      double value = element.getAsDouble();
      // Ignores a placeholder for "no limit" such as 1e30.
      if (value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE) {
        integers.add((int) value);
      }
    }
  }
}
