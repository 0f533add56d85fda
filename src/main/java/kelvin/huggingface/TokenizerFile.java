package kelvin.huggingface;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The content of a tokenizer file, with the settings in the same folder.
///
/// @param warnings warnings about how the content was made
record TokenizerFile(
    String content, JsonObject json, TokenizerSettings settings, List<String> warnings) {

  TokenizerFile {
    warnings = List.copyOf(warnings);
  }

  /// @param file a `tokenizer.json`, or a `vocab.json` with its `merges.txt` in the same folder
  /// @throws DamagedTokenizerException or another RuntimeException if the file is damaged
  /// @throws UnusableTokenizerException if the library should not read it
  static TokenizerFile read(Path file) throws IOException, UnusableTokenizerException {
    var settings = TokenizerSettings.read(file.resolveSibling(""));
    if (file.endsWith("vocab.json")) {
      var made = MergesFile.read(file, settings);
      return new TokenizerFile(made.json().toString(), made.json(), settings, made.warnings());
    }
    // Invalid UTF-8 fails in the library, with its own message.
    var content = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    if (JsonParser.parseString(content) instanceof JsonObject object) {
      StepChecks.check(object);
      return new TokenizerFile(content, object, settings, List.of());
    }
    throw new DamagedTokenizerException("it is no JSON object");
  }

  List<String> allWarnings() {
    var all = new ArrayList<>(warnings);
    all.addAll(TextChanges.warnings(new Pipeline(json)));
    return List.copyOf(all);
  }

  /// The id of the special token that a setting such as `eos_token` names.
  OptionalInt idOfNamed(String setting) {
    return settings
        .tokenText(setting)
        .flatMap(this::idOf)
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  private Optional<Integer> idOf(String text) {
    for (var token : new Pipeline(json).addedTokens()) {
      if (token.string("content").equals(text)) {
        return Optional.of(token.json().get("id").getAsInt());
      }
    }
    var vocabulary = new Pipeline(json).model().json().get("vocab");
    if (vocabulary instanceof JsonObject pieces) {
      return Optional.ofNullable(pieces.get(text)).map(id -> id.getAsInt());
    }
    if (vocabulary != null && vocabulary.isJsonArray()) {
      int id = 0;
      for (var piece : vocabulary.getAsJsonArray()) {
        if (piece.getAsJsonArray().get(0).getAsString().equals(text)) {
          return Optional.of(id);
        }
        id++;
      }
    }
    return Optional.empty();
  }
}
