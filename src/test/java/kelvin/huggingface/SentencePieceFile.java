package kelvin.huggingface;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Makes a small `tokenizer.json` in the style of Llama 2: `▁` for a space, a token `<0xNN>` for
/// each byte without a piece, `<s>` before every text.
final class SentencePieceFile {

  static final int UNKNOWN = 0;
  static final int START = 1;
  static final int FIRST_BYTE = 3;
  static final int FIRST_PIECE = FIRST_BYTE + 256;

  static final List<String> PIECES = List.of("▁", "a", "b", "é", "中", "▁a", "ab", "▁ab");

  private SentencePieceFile() {}

  static int idOf(String piece) {
    return FIRST_PIECE + PIECES.indexOf(piece);
  }

  static int idOfByte(int value) {
    return FIRST_BYTE + value;
  }

  static JsonObject make() {
    var file =
        parse(
            """
            {"version": "1.0", "truncation": null, "padding": null,
             "added_tokens": [
               {"id": 0, "content": "<unk>", "single_word": false, "lstrip": false,
                "rstrip": false, "normalized": false, "special": true},
               {"id": 1, "content": "<s>", "single_word": false, "lstrip": false,
                "rstrip": false, "normalized": false, "special": true},
               {"id": 2, "content": "</s>", "single_word": false, "lstrip": false,
                "rstrip": false, "normalized": false, "special": true}],
             "normalizer": {"type": "Sequence", "normalizers": [
               {"type": "Prepend", "prepend": "▁"},
               {"type": "Replace", "pattern": {"String": " "}, "content": "▁"}]},
             "pre_tokenizer": null,
             "post_processor": {"type": "TemplateProcessing",
               "single": [{"SpecialToken": {"id": "<s>", "type_id": 0}},
                          {"Sequence": {"id": "A", "type_id": 0}}],
               "pair": [{"Sequence": {"id": "A", "type_id": 0}},
                        {"Sequence": {"id": "B", "type_id": 1}}],
               "special_tokens": {"<s>": {"id": "<s>", "ids": [1], "tokens": ["<s>"]}}},
             "decoder": {"type": "Sequence", "decoders": [
               {"type": "Replace", "pattern": {"String": "▁"}, "content": " "},
               {"type": "ByteFallback"}, {"type": "Fuse"},
               {"type": "Strip", "content": " ", "start": 1, "stop": 0}]},
             "model": {"type": "BPE", "dropout": null, "unk_token": "<unk>",
               "continuing_subword_prefix": null, "end_of_word_suffix": null,
               "fuse_unk": true, "byte_fallback": true, "ignore_merges": false,
               "merges": ["▁ a", "a b", "▁a b"]}}
            """);
    var vocabulary = new JsonObject();
    vocabulary.addProperty("<unk>", UNKNOWN);
    vocabulary.addProperty("<s>", START);
    vocabulary.addProperty("</s>", 2);
    for (int value = 0; value < 256; value++) {
      vocabulary.addProperty("<0x%02X>".formatted(value), idOfByte(value));
    }
    PIECES.forEach(piece -> vocabulary.addProperty(piece, idOf(piece)));
    file.getAsJsonObject("model").add("vocab", vocabulary);
    return file;
  }

  /// The same pieces as a Unigram model, whose vocabulary is a list.
  static JsonObject makeUnigram() {
    var file = make();
    var bytePieces = file.getAsJsonObject("model").getAsJsonObject("vocab").keySet();
    var vocabulary = new JsonArray();
    for (var piece : bytePieces) {
      var entry = new JsonArray();
      entry.add(piece);
      entry.add(-1.0 - 1.0 / piece.length());
      vocabulary.add(entry);
    }
    var model = parse("{\"type\": \"Unigram\", \"unk_id\": 0, \"byte_fallback\": true}");
    model.add("vocab", vocabulary);
    file.add("model", model);
    return file;
  }

  static HuggingFaceTokenizer load(JsonObject file, Path folder) throws Exception {
    return TokenizerFiles.load(write(file, folder));
  }

  static Path write(JsonObject file, Path folder) throws IOException {
    return Files.writeString(folder.resolve("tokenizer.json"), file.toString());
  }

  static JsonObject parse(String json) {
    return JsonParser.parseString(json).getAsJsonObject();
  }
}
