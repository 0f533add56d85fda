package kelvin.huggingface;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/// Checks that the special tokens of a `TemplateProcessing` are defined. If one is not, the
/// library ends the whole process.
final class Template {

  private Template() {}

  /// @throws DamagedTokenizerException if one is not defined
  static void check(JsonObject tokenizer) {
    checkIn(tokenizer.get("post_processor"));
  }

  private static void checkIn(JsonElement processor) {
    if (!(processor instanceof JsonObject object)) {
      return;
    }
    if (object.get("processors") instanceof JsonArray several) {
      several.forEach(Template::checkIn);
    }
    var defined =
        object.get("special_tokens") instanceof JsonObject tokens ? tokens : new JsonObject();
    for (var name : new String[] {"single", "pair"}) {
      if (object.get(name) instanceof JsonArray pieces) {
        pieces.forEach(piece -> checkPiece(piece, defined));
      }
    }
  }

  private static void checkPiece(JsonElement piece, JsonObject defined) {
    if (piece instanceof JsonObject object
        && object.get("SpecialToken") instanceof JsonObject token
        && token.get("id") != null
        && !defined.has(token.get("id").getAsString())) {
      throw new DamagedTokenizerException(
          "it adds a token to texts that it does not define: " + token.get("id").getAsString());
    }
  }
}
