package kelvin.huggingface;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import kelvin.text.VisibleText;

/// Checks that a `TemplateProcessing` puts defined tokens around one text. At an undefined token or
/// at a second text, the library ends the whole process.
final class Template {

  private Template() {}

  static void check(JsonObject tokenizer) throws UnusableTokenizerException {
    checkIn(tokenizer.get("post_processor"));
  }

  private static void checkIn(JsonElement processor) throws UnusableTokenizerException {
    if (!(processor instanceof JsonObject object)) {
      return;
    }
    if (object.get("processors") instanceof JsonArray several) {
      for (var one : several) {
        checkIn(one);
      }
    }
    var defined =
        object.get("special_tokens") instanceof JsonObject tokens ? tokens : new JsonObject();
    for (var name : new String[] {"single", "pair"}) {
      if (object.get(name) instanceof JsonArray pieces) {
        for (var piece : pieces) {
          checkPiece(piece, defined);
        }
      }
    }
    if (object.get("single") instanceof JsonArray pieces && !isOneText(pieces)) {
      throw new UnusableTokenizerException("takes several texts together or none");
    }
  }

  private static boolean isOneText(JsonArray pieces) {
    int texts = 0;
    for (var piece : pieces) {
      if (piece instanceof JsonObject object && object.get("Sequence") instanceof JsonObject text) {
        texts++;
        if (!new Pipeline.Step(text).string("id").equals("A")) {
          return false;
        }
      }
    }
    return texts == 1;
  }

  private static void checkPiece(JsonElement piece, JsonObject defined)
      throws UnusableTokenizerException {
    if (piece instanceof JsonObject object
        && object.get("SpecialToken") instanceof JsonObject token
        && token.get("id") != null
        && !defined.has(token.get("id").getAsString())) {
      throw new UnusableTokenizerException(
          "adds a token to texts that it does not define: “"
              + VisibleText.ofLine(token.get("id").getAsString())
              + "”");
    }
  }
}
