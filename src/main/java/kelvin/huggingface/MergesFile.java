package kelvin.huggingface;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Makes a `tokenizer.json` from the older pair `vocab.json` and `merges.txt`, which describes a
/// byte-level BPE such as GPT-2's.
final class MergesFile {

  /// Tokenizer classes that split text like GPT-2.
  private static final Set<String> LIKE_GPT2 =
      Set.of("", "GPT2Tokenizer", "CodeGenTokenizer", "BloomTokenizer", "RobertaTokenizer");

  private static final String QWEN_SPLIT =
      "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}|"
          + " ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";

  private static final List<String> SPECIAL_TOKENS =
      List.of("bos_token", "eos_token", "unk_token", "pad_token");

  /// A tokenizer, with warnings about doubtful rules.
  record Made(JsonObject json, List<String> warnings) {}

  private final JsonObject vocabulary;
  private final TokenizerSettings settings;

  private MergesFile(JsonObject vocabulary, TokenizerSettings settings) {
    this.vocabulary = vocabulary;
    this.settings = settings;
  }

  static Made read(Path vocabFile, TokenizerSettings settings) throws IOException {
    if (!(JsonParser.parseString(Files.readString(vocabFile)) instanceof JsonObject vocabulary)) {
      throw new DamagedTokenizerException("vocab.json is no JSON object");
    }
    if (!vocabulary.has("Ġ")) {
      throw new DamagedTokenizerException("vocab.json is not the vocabulary of a byte-level BPE");
    }
    var merges = Files.readAllLines(vocabFile.resolveSibling("merges.txt"));
    return new MergesFile(vocabulary, settings).make(merges);
  }

  private Made make(List<String> merges) {
    var file = new JsonObject();
    file.addProperty("version", "1.0");
    file.add("added_tokens", addedTokens());
    boolean qwen = settings.tokenizerClass().equals("Qwen2Tokenizer");
    if (qwen) {
      file.add("normalizer", parse("{\"type\": \"NFC\"}"));
    }
    file.add("pre_tokenizer", qwen ? qwenSplit() : byteLevel(true));
    if (settings.isTrue("add_bos_token")) {
      settings.tokenText("bos_token").filter(vocabulary::has).ifPresent(bos -> addStart(file, bos));
    }
    file.add("decoder", byteLevel(true));
    file.add("model", model(merges));
    var warnings = new ArrayList<String>();
    if (!qwen && !LIKE_GPT2.contains(settings.tokenizerClass())) {
      warnings.add(
          "There is no tokenizer.json, so vocab.json and merges.txt are used with "
              + "the rules of GPT-2, which may differ from those of "
              + settings.tokenizerClass()
              + ".");
    }
    return new Made(file, warnings);
  }

  private JsonObject model(List<String> lines) {
    var model = parse("{\"type\": \"BPE\", \"fuse_unk\": false, \"byte_fallback\": false}");
    model.add("vocab", vocabulary);
    var merges = new JsonArray();
    for (var line : lines) {
      // The first line gives the version. A merge may itself start with a number sign.
      if (!line.startsWith("#version") && !line.isBlank()) {
        merges.add(line);
      }
    }
    model.add("merges", merges);
    return model;
  }

  private JsonArray addedTokens() {
    var tokens = new JsonArray();
    var seen = new LinkedHashSet<String>();
    for (var entry : settings.addedTokens().entrySet()) {
      if (entry.getValue() instanceof JsonObject token && token.has("content")) {
        var content = token.get("content").getAsString();
        var special = token.get("special");
        seen.add(content);
        tokens.add(
            addedToken(
                Integer.parseInt(entry.getKey()),
                content,
                special != null && special.getAsBoolean()));
      }
    }
    for (var name : SPECIAL_TOKENS) {
      var text = settings.tokenText(name).filter(vocabulary::has);
      if (text.isPresent() && seen.add(text.get())) {
        tokens.add(addedToken(vocabulary.get(text.get()).getAsInt(), text.get(), true));
      }
    }
    if (seen.isEmpty() && vocabulary.has("<|endoftext|>")) {
      tokens.add(addedToken(vocabulary.get("<|endoftext|>").getAsInt(), "<|endoftext|>", true));
    }
    return tokens;
  }

  private static JsonObject addedToken(int id, String content, boolean special) {
    var token =
        parse(
            "{\"single_word\": false, \"lstrip\": false, \"rstrip\": false,"
                + " \"normalized\": false}");
    token.addProperty("id", id);
    token.addProperty("content", content);
    token.addProperty("special", special);
    return token;
  }

  private void addStart(JsonObject file, String bos) {
    var processor =
        parse(
            """
            {"type": "TemplateProcessing",
             "single": [{"SpecialToken": {"id": "START", "type_id": 0}},
                        {"Sequence": {"id": "A", "type_id": 0}}],
             "pair": [{"Sequence": {"id": "A", "type_id": 0}},
                      {"Sequence": {"id": "B", "type_id": 1}}]}
            """);
    var start = new JsonObject();
    start.addProperty("id", "START");
    start.add("ids", listOf(vocabulary.get(bos).getAsInt()));
    var texts = new JsonArray();
    texts.add(bos);
    start.add("tokens", texts);
    var special = new JsonObject();
    special.add("START", start);
    processor.add("special_tokens", special);
    file.add("post_processor", processor);
  }

  private static JsonArray listOf(int id) {
    var ids = new JsonArray();
    ids.add(id);
    return ids;
  }

  private JsonObject qwenSplit() {
    var split = parse("{\"type\": \"Split\", \"behavior\": \"Isolated\", \"invert\": false}");
    var pattern = new JsonObject();
    pattern.addProperty("Regex", QWEN_SPLIT);
    split.add("pattern", pattern);
    var steps = new JsonArray();
    steps.add(split);
    steps.add(byteLevel(false));
    var sequence = parse("{\"type\": \"Sequence\"}");
    sequence.add("pretokenizers", steps);
    return sequence;
  }

  private JsonObject byteLevel(boolean splitsWords) {
    var step = parse("{\"type\": \"ByteLevel\", \"trim_offsets\": false}");
    step.addProperty("add_prefix_space", settings.isTrue("add_prefix_space"));
    step.addProperty("use_regex", splitsWords);
    return step;
  }

  private static JsonObject parse(String json) {
    return JsonParser.parseString(json).getAsJsonObject();
  }
}
