package kelvin.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import kelvin.inference.ModelLoadException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An unusable folder is refused with the file at fault, the reason and a remedy.
class ModelFolderRefusalTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void aFolderThatIsNotThere() {
    var missing = folder.resolve("missing");

    var refusal =
        assertThrows(ModelLoadException.class, () -> new ModelFolderReader().read(missing));

    assertRefusal(refusal, missing, "no such folder", "Give the folder");
  }

  @Test
  void aFileThatIsNotAGraph() throws IOException {
    write("notes.txt", "text");
    var file = folder.resolve("notes.txt");

    var refusal = assertThrows(ModelLoadException.class, () -> new ModelFolderReader().read(file));

    assertRefusal(refusal, file, "neither a folder nor an .onnx file", "Give the model's folder");
  }

  @Test
  void anEmptyFolder() {
    assertRefusal(refusal(), folder, "no .onnx file", "Give the folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"model.safetensors", "pytorch_model.bin", "weights.pt", "model.gguf"})
  void aFolderWithOtherWeights(String name) throws IOException {
    write(name, "weights");

    assertRefusal(refusal(), folder, "no .onnx file", "optimum-cli export onnx");
  }

  @Test
  void onlyPartsOfALargerModel() throws IOException {
    write("onnx/encoder_model.onnx", "graph");

    assertRefusal(refusal(), folder.resolve("onnx/encoder_model.onnx"), "only parts", "causal");
  }

  @Test
  void aGitLfsPointerInsteadOfTheGraph() throws IOException {
    write("model.onnx", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n");

    assertRefusal(refusal(), folder.resolve("model.onnx"), "Git LFS pointer", "git lfs pull");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html>",
        "<!doctype html>",
        "<html lang=en>",
        "<HTML>",
        "\n  <!DOCTYPE html>"
      })
  void aWebPageInsteadOfTheGraph(String page) throws IOException {
    write("model.onnx", page);

    assertRefusal(refusal(), folder.resolve("model.onnx"), "web page", "Download");
  }

  @Test
  void anEmptyGraph() throws IOException {
    write("model.onnx", "");

    assertRefusal(refusal(), folder.resolve("model.onnx"), "empty", "Download");
  }

  @Test
  void noTokenizer() throws IOException {
    write("model.onnx", "graph");

    assertRefusal(
        TokenizerFiles.missing(folder),
        folder.resolve("tokenizer.json"),
        "no tokenizer",
        "Copy it from the model");
  }

  @Test
  void aSentencePieceTokenizerOnly() throws IOException {
    write("tokenizer.model", "pieces");

    assertRefusal(
        TokenizerFiles.missing(folder),
        folder.resolve("tokenizer.json"),
        "no tokenizer",
        "from tokenizer.model");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../model.onnx", "/etc/passwd", "onnx/../../model.onnx"})
  void aConfigurationThatNamesAGraphOutsideTheFolder(String name) throws IOException {
    write("model.onnx", "graph");
    write("genai_config.json", "{\"model\": {\"decoder\": {\"filename\": \"" + name + "\"}}}");

    assertRefusal(
        refusal(),
        folder.resolve("genai_config.json"),
        "outside the model's folder (" + name + ")",
        "does not follow such paths");
  }

  @Test
  void aConfigurationWithAnInvalidGraphName() throws IOException {
    write("model.onnx", "graph");
    write("genai_config.json", "{\"model\": {\"decoder\": {\"filename\": \"a\\u0000b\"}}}");

    assertRefusal(refusal(), folder.resolve("genai_config.json"), "invalid file name", "Export");
  }

  @Test
  void aGitLfsPointerInsteadOfTheTokenizer() throws IOException {
    write("model.onnx", "graph");
    write("tokenizer.json", "version https://git-lfs.github.com/spec/v1\n");

    assertRefusal(refusal(), folder.resolve("tokenizer.json"), "Git LFS pointer", "git lfs pull");
  }

  @Test
  void anEncoderDecoder() throws IOException {
    writeConfig(
        "{\"architectures\": [\"T5ForConditionalGeneration\"], \"is_encoder_decoder\": true}");

    assertRefusal(refusal(), folder.resolve("config.json"), "encoder-decoder", "Export a causal");
  }

  @Test
  void aMaskedLanguageModel() throws IOException {
    writeConfig("{\"architectures\": [\"BertForMaskedLM\"]}");

    assertRefusal(
        refusal(), folder.resolve("config.json"), "masked language model", "Export a causal");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BertForSequenceClassification",
        "BertForTokenClassification",
        "ViTForImageClassification",
        "BertForQuestionAnswering"
      })
  void aClassifier(String architecture) throws IOException {
    writeConfig("{\"architectures\": [\"" + architecture + "\"]}");

    assertRefusal(refusal(), folder.resolve("config.json"), "classifier", "Export a causal");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"vocab_size\": 40", "[]", "", "null", "version https://git-lfs"})
  void aDamagedConfiguration(String json) throws IOException {
    writeConfig(json);

    assertRefusal(
        refusal(), folder.resolve("config.json"), "not readable JSON", "Download or export");
  }

  @Test
  void aConfigurationThatIsNotUtf8() throws IOException {
    write("model.onnx", "graph");
    Files.write(folder.resolve("config.json"), new byte[] {'{', (byte) 0xFF, '}'});

    assertRefusal(
        refusal(), folder.resolve("config.json"), "not readable JSON", "Download or export");
  }

  @Test
  void aConfigurationNestedTooDeeply() throws IOException {
    writeConfig("{\"a\":".repeat(200_000));

    assertRefusal(
        refusal(), folder.resolve("config.json"), "not readable JSON", "Download or export");
  }

  @Test
  void aDamagedGenerationConfiguration() throws IOException {
    writeConfig("{}");
    write("generation_config.json", "{");

    assertRefusal(
        refusal(),
        folder.resolve("generation_config.json"),
        "not readable JSON",
        "Download or export");
  }

  private ModelLoadException refusal() {
    return assertThrows(ModelLoadException.class, () -> new ModelFolderReader().read(folder));
  }

  private static void assertRefusal(
      ModelLoadException refusal, Path file, String reason, String remedy) {
    assertEquals(file, refusal.file());
    assertTrue(
        refusal.reason().toLowerCase(Locale.ROOT).contains(reason.toLowerCase(Locale.ROOT)),
        refusal.reason());
    assertTrue(refusal.remedy().contains(remedy), refusal.remedy());
  }

  private void writeConfig(String json) throws IOException {
    write("model.onnx", "graph");
    write("config.json", json);
  }

  private void write(String name, String content) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, content);
  }
}
