package kelvin.huggingface;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import kelvin.inference.EncodedToken;
import kelvin.inference.ModelLoadException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Writes the bundled tokenizer's vocabulary and merges as the older pair of files.
class MergesFileTest {

  private static final String TEXT = "Once upon a time, there's a naïve 😀 12345\n\n  girl.";

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void writePair() throws IOException {
    var bundled =
        Files.readString(
            Path.of(System.getProperty("kelvin.home", ""))
                .resolve("models/kelvin-tiny/tokenizer.json"));
    var model = JsonParser.parseString(bundled).getAsJsonObject().getAsJsonObject("model");
    write("vocab.json", model.get("vocab").toString());
    var merges =
        model.getAsJsonArray("merges").asList().stream()
            .map(
                merge ->
                    merge.isJsonArray()
                        ? merge.getAsJsonArray().get(0).getAsString()
                            + " "
                            + merge.getAsJsonArray().get(1).getAsString()
                        : merge.getAsString())
            .collect(Collectors.joining("\n", "#version: 0.2\n", "\n"));
    write("merges.txt", merges);
  }

  @Test
  void wordsAreSplitByTheMerges() throws Exception {
    try (var tokenizer = load();
        var bundled = TokenizerFiles.bundled()) {
      var text = "Once upon a time there was a little girl";

      assertEquals(bundled.encode(text), tokenizer.encode(text));
      assertEquals(List.of(), tokenizer.warnings());
    }
  }

  @Test
  void theBytesOfTheTokensAreTheText() throws Exception {
    try (var tokenizer = load()) {
      assertArrayEquals(
          TEXT.getBytes(StandardCharsets.UTF_8), tokenizer.decode(ids(tokenizer.encode(TEXT))));
    }
  }

  @Test
  void noStartTokenIsAddedUnlessTheSettingsSaySo() throws Exception {
    write("tokenizer_config.json", "{\"bos_token\": \"<|startoftext|>\"}");
    try (var tokenizer = load()) {
      assertEquals(List.of(), tokenizer.startTokens());
      assertEquals(OptionalInt.of(0), tokenizer.namedStartToken());
    }

    write(
        "tokenizer_config.json",
        "{\"bos_token\": {\"content\": \"<|startoftext|>\"}, \"add_bos_token\": true}");
    try (var tokenizer = load()) {
      assertEquals(List.of(0), tokenizer.startTokens());
    }
  }

  @Test
  void theEndOfTextIsTheTokenThatTheSettingsName() throws Exception {
    write("special_tokens_map.json", "{\"eos_token\": \"<|endoftext|>\"}");

    try (var tokenizer = load()) {
      assertEquals(List.of(1), tokenizer.endOfTextIds());
      assertTrue(tokenizer.vocabulary().isSpecial(1));
      assertEquals(List.of(1), ids(tokenizer.encode("<|endoftext|>")));
    }
  }

  @Test
  void anAddedTokenOfTheSettingsIsKnown() throws Exception {
    write(
        "tokenizer_config.json",
        """
        {"added_tokens_decoder": {"4096": {"content": "<|user|>", "special": true}},
         "eos_token": "<|user|>"}
        """);

    try (var tokenizer = load()) {
      assertEquals(List.of(4096), tokenizer.endOfTextIds());
      assertEquals("<|user|>", tokenizer.vocabulary().text(4096));
      assertTrue(tokenizer.vocabulary().isSpecial(4096));
    }
  }

  @Test
  void qwenSplitsDigitsAndComposesLetters() throws Exception {
    write("tokenizer_config.json", "{\"tokenizer_class\": \"Qwen2Tokenizer\"}");

    try (var tokenizer = load()) {
      assertEquals(3, tokenizer.encode("123").size());
      assertEquals(tokenizer.encode("é").size(), tokenizer.encode("e\u0301").size());
      assertTrue(tokenizer.warnings().getFirst().contains("(NFC)"), "" + tokenizer.warnings());
    }
  }

  @Test
  void guessedRulesGiveAWarning() throws Exception {
    write("tokenizer_config.json", "{\"tokenizer_class\": \"OddTokenizer\"}");

    try (var tokenizer = load()) {
      assertTrue(tokenizer.warnings().getFirst().contains("may differ from those of OddTokenizer"));
    }
  }

  @Test
  void damagedSettingsCountAsMissing() throws Exception {
    write("tokenizer_config.json", "{");

    try (var tokenizer = load()) {
      assertEquals(OptionalInt.empty(), tokenizer.namedStartToken());
      assertEquals(List.of(), tokenizer.endOfTextIds());
    }
  }

  @Test
  void aVocabularyOfAnotherKindIsRefused() throws Exception {
    var vocabulary = new JsonObject();
    vocabulary.addProperty("▁a", 0);
    write("vocab.json", vocabulary.toString());

    var refusal = assertThrows(ModelLoadException.class, () -> load().close());

    assertTrue(refusal.reason().contains("not the vocabulary of a byte-level BPE"));
  }

  private HuggingFaceTokenizer load() throws ModelLoadException {
    return TokenizerFiles.load(folder.resolve("vocab.json"));
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }

  private static List<Integer> ids(List<EncodedToken> tokens) {
    return tokens.stream().map(EncodedToken::id).toList();
  }
}
