package kelvin.huggingface;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import kelvin.onnx.fixture.ToyTokenizer;

/// Tokenizers of the toy models that were made to end the process that reads them, or to take all
/// of its time or memory.
public final class CraftedTokenizers {

  private CraftedTokenizers() {}

  /// The content of each file by the fault in it. The library ends the process when it reads one
  /// of these or encodes the first text with it.
  public static Map<String, String> all() {
    var all = new LinkedHashMap<String, String>();
    all.put("pieces of length 0", withSplitter("{\"type\": \"FixedLength\", \"length\": 0}"));
    all.put("a table that is cut off", withTable(base64(new byte[] {0, 16, 0, 0, 1, 2})));
    all.put("a table with wrong offsets", withTable(base64(wrongOffsets())));
    all.put("a table that is no base64", withTable("!!!"));
    all.put("an empty table", withTable(""));
    all.put("a template of a second text", withTemplateOfSecondText());
    all.put("a regex of 5,000 brackets", withRegex("(".repeat(5000) + "a" + ")".repeat(5000)));
    all.put("a regex that backtracks for ever", withRegex("(x+x+)+y"));
    all.put("a long replacement", withNormalizers(replace(" ", "b".repeat(20_000_000))));
    all.put("replacements that multiply", withNormalizers(repeated(replace("a", "a".repeat(10)))));
    all.put("insertions that multiply", withNormalizers(repeated(prepend("a".repeat(100_000)))));
    return all;
  }

  private static JsonArray repeated(JsonArray steps) {
    var all = new JsonArray();
    for (int i = 0; i < 12; i++) {
      all.addAll(steps);
      all.addAll(replace("a", "aaaaaaaaaa"));
    }
    return all;
  }

  static JsonArray replace(String text, String content) {
    var pattern = new JsonObject();
    pattern.addProperty("String", text);
    var step = new JsonObject();
    step.addProperty("type", "Replace");
    step.add("pattern", pattern);
    step.addProperty("content", content);
    var steps = new JsonArray();
    steps.add(step);
    return steps;
  }

  static JsonArray prepend(String text) {
    var step = new JsonObject();
    step.addProperty("type", "Prepend");
    step.addProperty("prepend", text);
    var steps = new JsonArray();
    steps.add(step);
    return steps;
  }

  static String withNormalizers(JsonArray steps) {
    var sequence = SentencePieceFile.parse("{\"type\": \"Sequence\"}");
    sequence.add("normalizers", steps);
    return with("normalizer", sequence);
  }

  static String withRegex(String regex) {
    var pattern = new JsonObject();
    pattern.addProperty("Regex", regex);
    var split =
        SentencePieceFile.parse(
            "{\"type\": \"Split\", \"behavior\": \"Isolated\", \"invert\": false}");
    split.add("pattern", pattern);
    return with("pre_tokenizer", split);
  }

  static String withSplitter(String json) {
    return with("pre_tokenizer", SentencePieceFile.parse(json));
  }

  static String withTable(String table) {
    var step = SentencePieceFile.parse("{\"type\": \"Precompiled\"}");
    step.addProperty("precompiled_charsmap", table);
    return with("normalizer", step);
  }

  private static String withTemplateOfSecondText() {
    return with(
        "post_processor",
        SentencePieceFile.parse(
            """
            {"type": "TemplateProcessing", "special_tokens": {},
             "single": [{"Sequence": {"id": "B", "type_id": 0}}],
             "pair": [{"Sequence": {"id": "A", "type_id": 0}},
                      {"Sequence": {"id": "B", "type_id": 1}}]}
            """));
  }

  private static String with(String member, JsonObject value) {
    var file = SentencePieceFile.parse(ToyTokenizer.json());
    file.add(member, value);
    return file.toString();
  }

  private static byte[] wrongOffsets() {
    var table = new byte[4 + 1024 + 4];
    java.util.Arrays.fill(table, (byte) 0xFF);
    table[0] = 0;
    table[1] = 4;
    table[2] = 0;
    table[3] = 0;
    return table;
  }

  private static String base64(byte[] table) {
    return Base64.getEncoder().encodeToString(table);
  }
}
