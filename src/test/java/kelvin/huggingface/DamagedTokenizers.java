package kelvin.huggingface;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import kelvin.onnx.fixture.ToyTokenizer;

/// Tokenizers with damaged settings: the file is JSON, but some of its values are not what they
/// should be.
public final class DamagedTokenizers {

  private static final String[] VALUES = {
    "null",
    "true",
    "0",
    "-1",
    "1e30",
    "4294967296",
    "\"\"",
    "\"x\"",
    "\"▁\"",
    "[]",
    "{}",
    "\"\\u0000\""
  };

  private static final String[] STEPS = {
    "{\"type\": \"NFKC\"}",
    "{\"type\": \"Strip\", \"strip_left\": true, \"strip_right\": true}",
    "{\"type\": \"Lowercase\"}",
    "{\"type\": \"BertNormalizer\", \"clean_text\": true, \"handle_chinese_chars\": true,"
        + " \"strip_accents\": null, \"lowercase\": true}",
    "{\"type\": \"Replace\", \"pattern\": {\"Regex\": \"[aeiou]\"}, \"content\": \"o\"}",
    "{\"type\": \"Prepend\", \"prepend\": \"▁\"}"
  };

  private static final String[] SPLITTERS = {
    "{\"type\": \"Whitespace\"}",
    "{\"type\": \"Metaspace\", \"replacement\": \"▁\", \"prepend_scheme\": \"first\","
        + " \"split\": true}",
    "{\"type\": \"Split\", \"pattern\": {\"Regex\": \"\\\\s+(?!\\\\S)|\\\\w+\"},"
        + " \"behavior\": \"Isolated\", \"invert\": false}",
    "{\"type\": \"Punctuation\", \"behavior\": \"Isolated\"}",
    "{\"type\": \"FixedLength\", \"length\": 3}",
    "{\"type\": \"Digits\", \"individual_digits\": true}"
  };

  private DamagedTokenizers() {}

  /// A tokenizer of one of four kinds with one to three changed places.
  public static String damaged(Random random) {
    var file = sound(random);
    for (int i = random.nextInt(3); i >= 0; i--) {
      damage(file, random);
    }
    return file.toString();
  }

  private static JsonObject sound(Random random) {
    var file =
        switch (random.nextInt(3)) {
          case 0 -> SentencePieceFile.make();
          case 1 -> SentencePieceFile.makeUnigram();
          default -> SentencePieceFile.parse(ToyTokenizer.json());
        };
    if (random.nextBoolean()) {
      file.add("normalizer", SentencePieceFile.parse(STEPS[random.nextInt(STEPS.length)]));
    }
    if (random.nextBoolean()) {
      file.add(
          "pre_tokenizer", SentencePieceFile.parse(SPLITTERS[random.nextInt(SPLITTERS.length)]));
    }
    return file;
  }

  /// Steps down from the top and changes what it meets, so that most changes are in the settings
  /// and few in the long list of tokens.
  private static void damage(JsonElement at, Random random) {
    if (at instanceof JsonObject object && !object.isEmpty()) {
      var names = new ArrayList<>(object.keySet());
      var name = names.get(random.nextInt(names.size()));
      var value = object.get(name);
      if (goesOn(value, random)) {
        damage(value, random);
      } else if (random.nextInt(4) == 0) {
        object.remove(name);
      } else {
        object.add(name, changed(value, random));
      }
    } else if (at instanceof JsonArray array && !array.isEmpty()) {
      int index = random.nextInt(array.size());
      if (goesOn(array.get(index), random)) {
        damage(array.get(index), random);
      } else if (random.nextInt(4) == 0) {
        array.add(array.get(index));
      } else {
        array.set(index, changed(array.get(index), random));
      }
    }
  }

  private static boolean goesOn(JsonElement value, Random random) {
    return (value.isJsonObject() || value.isJsonArray()) && random.nextInt(8) > 0;
  }

  private static JsonElement changed(JsonElement value, Random random) {
    if (value instanceof JsonPrimitive text && text.isString() && random.nextBoolean()) {
      return new JsonPrimitive(changed(text.getAsString(), random));
    }
    var json = VALUES[random.nextInt(VALUES.length)];
    return json.equals("null")
        ? JsonNull.INSTANCE
        : SentencePieceFile.parse("{\"value\": " + json + "}").get("value");
  }

  private static String changed(String text, Random random) {
    int at = random.nextInt(text.length() + 1);
    var more = List.of("a", "é", "(", "+", "\\", "[", "*", "▁", "😀", " ").get(random.nextInt(10));
    return text.substring(0, at) + more + text.substring(Math.min(text.length(), at + 1));
  }
}
