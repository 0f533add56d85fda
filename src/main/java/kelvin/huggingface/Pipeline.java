package kelvin.huggingface;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/// The steps of a `tokenizer.json`, with nested sequences flattened.
record Pipeline(JsonObject file) {

  /// A component and its settings.
  record Step(JsonObject json) {

    boolean is(String type) {
      return type.equals(string("type"));
    }

    String type() {
      return string("type");
    }

    /// A setting, or an empty string.
    String string(String name) {
      var value = json.get(name);
      return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }

    boolean isTrue(String name) {
      return string(name).equals("true");
    }
  }

  List<Step> normalizers() {
    return steps("normalizer", "normalizers");
  }

  List<Step> preTokenizers() {
    return steps("pre_tokenizer", "pretokenizers");
  }

  List<Step> decoders() {
    return steps("decoder", "decoders");
  }

  Step model() {
    return new Step(file.get("model") instanceof JsonObject model ? model : new JsonObject());
  }

  List<Step> addedTokens() {
    var tokens = new ArrayList<Step>();
    if (file.get("added_tokens") != null && file.get("added_tokens").isJsonArray()) {
      file.getAsJsonArray("added_tokens").forEach(token -> collect(token, "", tokens));
    }
    return tokens;
  }

  private List<Step> steps(String name, String nested) {
    var steps = new ArrayList<Step>();
    collect(file.get(name), nested, steps);
    return steps;
  }

  private static void collect(JsonElement element, String nested, List<Step> steps) {
    if (!(element instanceof JsonObject object)) {
      return;
    }
    var inner = object.get(nested);
    if (inner != null && inner.isJsonArray()) {
      inner.getAsJsonArray().forEach(step -> collect(step, nested, steps));
    } else {
      steps.add(new Step(object));
    }
  }
}
