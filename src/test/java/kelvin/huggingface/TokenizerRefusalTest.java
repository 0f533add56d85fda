package kelvin.huggingface;

import static kelvin.text.PlainWords.assertPlain;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kelvin.inference.ModelLoadException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerRefusalTest {

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"model\": {\"vocab\": {\"a\": 0",
        "{\"model\": {\"vocab\": {\"a\": {}}}}",
        "{\"model\": {\"vocab\": {\"a\": 0}}, \"added_tokens\": [7]}",
        "[]",
        "null",
        "{}",
        "{\"model\": null}",
        "{\"model\": {}}",
        "{\"model\": {\"vocab\": {}}}",
        "{\"model\": {\"vocab\": {\"a\": -1}}}",
        "{\"model\": {\"vocab\": {\"a\": \"x\"}}}",
        "{\"model\": {\"vocab\": {\"a\": 2000000000}}}",
        "{\"model\": {\"vocab\": [1]}}",
        "{\"model\": {\"vocab\": {\"a\": 0}}, \"added_tokens\": [{}]}"
      })
  void aFileThatIsNotATokenizerIsRefused(String json) throws IOException {
    var refusal = refusal(Files.writeString(folder.resolve("tokenizer.json"), json));

    assertTrue(refusal.reason().startsWith("the tokenizer is not readable"), refusal.reason());
    assertTrue(refusal.remedy().startsWith("Download it again"), refusal.remedy());
  }

  @Test
  void aStartTokenThatIsNotDefinedIsRefused() throws IOException {
    var file = SentencePieceFile.make();
    file.getAsJsonObject("post_processor").getAsJsonObject("special_tokens").remove("<s>");

    var refusal = refusal(SentencePieceFile.write(file, folder));

    // Otherwise the library would end the process at the first text.
    assertTrue(refusal.reason().contains("does not define: “<s>”"), refusal.reason());
  }

  @Test
  void aCutFileIsSaidToEndInTheMiddle() throws IOException {
    var whole = SentencePieceFile.make().toString();
    var half = whole.substring(0, whole.length() / 2);

    var refusal = refusal(Files.writeString(folder.resolve("tokenizer.json"), half));

    assertTrue(refusal.reason().contains("it ends in the middle"), refusal.reason());
  }

  @Test
  void aVocabularyWithoutItsMergesIsRefused() throws IOException {
    var refusal = refusal(Files.writeString(folder.resolve("vocab.json"), "{\"Ġ\": 0}"));

    assertTrue(refusal.reason().contains("merges.txt: there is no such file"), refusal.reason());
  }

  @Test
  void aMissingFileIsRefused() {
    refusal(folder.resolve("missing.json"));
  }

  @Test
  void aModelThatTheLibraryDoesNotKnowIsRefused() throws IOException {
    var file = SentencePieceFile.make();
    file.getAsJsonObject("model").addProperty("type", "Telepathy");

    var refusal = refusal(SentencePieceFile.write(file, folder));

    assertTrue(refusal.reason().startsWith("the tokenizer does not load"), refusal.reason());
    assertFalse(refusal.reason().contains("\n"), refusal.reason());
  }

  private static ModelLoadException refusal(Path file) {
    var refusal = assertThrows(ModelLoadException.class, () -> TokenizerFiles.load(file).close());

    assertEquals(file, refusal.file());
    assertPlain(refusal.reason());
    assertPlain(refusal.remedy());
    return refusal;
  }
}
