package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kelvin.inference.ModelLoadException;
import kelvin.onnx.fixture.OnnxGraph;
import kelvin.onnx.fixture.OnnxType;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tests the refusals of unusable exports, each with its sentence.
final class RefusedSignaturesTest {

  @TempDir Path folder;

  private void assertRefused(String reason, String remedy) {
    var refusal = assertThrows(ModelLoadException.class, () -> Models.open(folder));

    assertEquals(reason, refusal.reason());
    assertTrue(refusal.remedy().contains(remedy), refusal.remedy());
  }

  private void write(ToyFeature... features) throws Exception {
    ToyFolder.write(folder, ToyModel.small(5), features);
  }

  @Test
  void hiddenStatesWithoutALanguageModelHead() throws Exception {
    write(ToyFeature.MASK, ToyFeature.HIDDEN_STATES);

    assertRefused(
        "the graph has no logits for every position: its outputs are hidden_states. It is a"
            + " classifier, an embedding model, or lacks its language-model head.",
        "Export a causal language model");
  }

  @Test
  void pagedAttention() throws Exception {
    write(ToyFeature.MASK, ToyFeature.PAGED_INPUT);

    assertRefused(
        "the graph uses paged attention (input block_table), which runs on CUDA only.",
        "Export it with a plain cache.");
  }

  @Test
  void theDecoderOfAnEncoderDecoderModel() throws Exception {
    write(ToyFeature.MASK, ToyFeature.ENCODER_INPUT);

    assertRefused(
        "this is part of an encoder-decoder model (input encoder_hidden_states); Kelvin needs a"
            + " causal (decoder-only) language model.",
        "Export a causal language model");
  }

  @Test
  void anEncoderDecoderModelByItsConfiguration() throws Exception {
    write(ToyFeature.MASK);
    Files.writeString(folder.resolve("config.json"), "{\"is_encoder_decoder\": true}");

    assertRefused(
        "this is an encoder-decoder model; Kelvin needs a causal (decoder-only) language model.",
        "Export a causal language model");
  }

  @Test
  void aMaskedLanguageModel() throws Exception {
    write(ToyFeature.MASK, ToyFeature.SEES_LATER_TOKENS);

    assertRefused(
        "a later token changes the logits of earlier ones, so this is not a "
            + "causal language model"
            + " but a masked one or an encoder.",
        "Export a causal language model");
  }

  @Test
  void aClassifier() throws Exception {
    write(ToyFeature.MASK, ToyFeature.CLASSIFIES);

    assertRefused(
        "the graph has no logits for every position: its outputs are logits. It is a classifier,"
            + " an embedding model, or lacks its language-model head.",
        "Export a causal language model");
  }

  @Test
  void aGraphCompiledForAnotherProcessor() throws Exception {
    write(ToyFeature.MASK, ToyFeature.COMPILED);

    assertRefused(
        "the graph is compiled for another processor (operator com.microsoft.EPContext).",
        "Use the version of the model for the CPU.");
  }

  @Test
  void operatorsOfOnnxRuntimeExtensions() throws Exception {
    write(ToyFeature.MASK);
    var graph = new OnnxGraph(OnnxType.FLOAT, Optional.empty());
    graph.input("input_ids", OnnxType.INT64, "batch_size", "sequence_length");
    graph.rename(graph.addCustom("ai.onnx.contrib", "GPT2Tokenizer", "input_ids"), "logits");
    graph.output("logits", OnnxType.FLOAT, "batch_size", "rows", "8");
    Files.write(folder.resolve("model.onnx"), graph.toByteArray(8));

    assertRefused(
        "the graph uses operators of the domain ai.onnx.contrib, which ONNX Runtime does not have"
            + " (GPT2Tokenizer).",
        "Export it without custom operators.");
  }

  @Test
  void aGraphInTheRuntimesOwnFormat() throws Exception {
    write(ToyFeature.MASK);
    Files.move(folder.resolve("model.onnx"), folder.resolve("model.ort"));

    assertRefused(
        "this is a graph in ONNX Runtime's own format (.ort), which lacks facts "
            + "that Kelvin needs.",
        "Give the .onnx file that it was made from.");
  }

  @Test
  void aSingleFileInTheRuntimesOwnFormat() throws Exception {
    write(ToyFeature.MASK);
    var file = Files.move(folder.resolve("model.onnx"), folder.resolve("model.ort"));

    var refusal = assertThrows(ModelLoadException.class, () -> Models.open(file));

    assertEquals(file, refusal.file());
    assertTrue(refusal.reason().contains("own format (.ort)"), refusal.reason());
  }
}
