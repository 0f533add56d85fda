package kelvin.huggingface;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The settings of `tokenizer_config.json` and `special_tokens_map.json` in a tokenizer's folder.
/// Both are optional; missing or damaged settings are ignored.
record TokenizerSettings(JsonObject config, JsonObject specialTokens) {

  /// @param folder the folder of the tokenizer's files
  static TokenizerSettings read(Path folder) {
    return new TokenizerSettings(
        readObject(folder.resolve("tokenizer_config.json")),
        readObject(folder.resolve("special_tokens_map.json")));
  }

  private static JsonObject readObject(Path file) {
    try {
      return JsonParser.parseString(Files.readString(file)) instanceof JsonObject object
          ? object
          : new JsonObject();
    } catch (IOException | JsonParseException _) {
      return new JsonObject();
    }
  }

  /// The text of a special token, for a name such as `eos_token`.
  Optional<String> tokenText(String name) {
    return tokenText(config, name).or(() -> tokenText(specialTokens, name));
  }

  /// Reads either the text itself or an object that contains it.
  private static Optional<String> tokenText(JsonObject object, String name) {
    var value = object.get(name);
    if (value instanceof JsonObject token) {
      value = token.get("content");
    }
    return value != null && value.isJsonPrimitive()
        ? Optional.of(value.getAsString())
        : Optional.empty();
  }

  /// The class of the tokenizer, such as `GPT2Tokenizer`, without the suffix `Fast`; or an empty
  /// string.
  String tokenizerClass() {
    return tokenText(config, "tokenizer_class").orElse("").replaceFirst("Fast$", "");
  }

  boolean isTrue(String name) {
    return tokenText(config, name).orElse("").equals("true");
  }

  /// Special tokens by id, from `tokenizer_config.json`; often empty.
  JsonObject addedTokens() {
    return config.get("added_tokens_decoder") instanceof JsonObject tokens
        ? tokens
        : new JsonObject();
  }
}
