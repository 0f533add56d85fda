package kelvin.huggingface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import kelvin.inference.ModelLoadException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A tokenizer at which the library would end the process is refused in this process, before the
/// library reads it: what a later text triggers would take the window and all open work with it.
class CraftedTokenizersTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void eachIsRefusedWithTheReason() throws Exception {
    for (var crafted : CraftedTokenizers.all().entrySet()) {
      var refusal = refusal(crafted.getValue());

      assertTrue(refusal.reason().startsWith("the tokenizer "), refusal.reason());
      assertFalse(refusal.reason().contains("not readable"), refusal.reason());
      assertTrue(refusal.reason().length() < 250, refusal.reason());
    }
  }

  @Test
  void theReasonNamesTheExpression() throws Exception {
    assertTrue(
        refusal(CraftedTokenizers.withRegex("(x+x+)+y"))
            .reason()
            .endsWith("it can match the same text in too many ways ((x+x+)+y)."));
  }

  @Test
  void anExpressionInAReplacementIsCheckedToo() throws Exception {
    var step =
        """
        {"type": "Replace", "pattern": {"Regex": "(a+)+b"}, "content": ""}
        """;
    var steps = new JsonArray();
    steps.add(SentencePieceFile.parse(step));

    assertTrue(refusal(CraftedTokenizers.withNormalizers(steps)).reason().contains("for ever"));
  }

  @Test
  void doublingStepsAreRefused() throws Exception {
    var steps = new JsonArray();
    for (int i = 0; i < 6; i++) {
      steps.add(SentencePieceFile.parse("{\"type\": \"ByteLevel\"}"));
    }

    assertTrue(refusal(CraftedTokenizers.withNormalizers(steps)).reason().contains("as long"));
  }

  @Test
  void aTableThatIsSoundIsUsed() throws Exception {
    var file = CraftedTokenizers.withTable(table(sizedTable(0x200, 0), "b\0"));

    try (var tokenizer = load(file)) {
      // The table replaces "a" by "b".
      assertEquals(tokenizer.encode("b").getFirst().id(), tokenizer.encode("a").getFirst().id());
    }
  }

  @Test
  void aTableThatFailsAtALaterTextIsRefused() throws Exception {
    // Finds "a", but every "é" leads out of it.
    assertTrue(
        refusal(CraftedTokenizers.withTable(table(sizedTable(0x80, 0), "b\0")))
            .reason()
            .contains("damaged table"));
    // Starts in the middle of a character.
    assertTrue(
        refusal(CraftedTokenizers.withTable(table(sizedTable(0x200, 1), "é\0")))
            .reason()
            .contains("damaged table"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Whitespace", "BertPreTokenizer", "UnicodeScripts", "Punctuation"})
  void ordinaryStepsAreUsed(String type) throws Exception {
    try (var tokenizer = load(CraftedTokenizers.withSplitter("{\"type\": \"" + type + "\"}"))) {
      assertEquals(1, tokenizer.encode("a").size());
    }
  }

  /// A double array in which the byte of "a" leads to the first replacement.
  ///
  /// @param start of the replacement
  private static int[] sizedTable(int size, int start) {
    var units = new int[size];
    units['a'] = 'a' | 1 << 8 | 1 << 10;
    units['a' ^ 1] = start | 1 << 31;
    return units;
  }

  private static String table(int[] units, String replacements) {
    byte[] texts = replacements.getBytes(StandardCharsets.UTF_8);
    var bytes = ByteBuffer.allocate(4 + 4 * units.length + texts.length);
    bytes.order(ByteOrder.LITTLE_ENDIAN).putInt(4 * units.length);
    for (int unit : units) {
      bytes.putInt(unit);
    }
    return Base64.getEncoder().encodeToString(bytes.put(texts).array());
  }

  private HuggingFaceTokenizer load(String json) throws Exception {
    return TokenizerFiles.load(Files.writeString(folder.resolve("tokenizer.json"), json));
  }

  private ModelLoadException refusal(String json) throws Exception {
    var file = Files.writeString(folder.resolve("tokenizer.json"), json);
    return assertThrows(ModelLoadException.class, () -> TokenizerFiles.load(file).close());
  }
}
