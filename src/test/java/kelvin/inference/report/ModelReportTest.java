package kelvin.inference.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.ModelDescriptor.CacheKind;
import kelvin.inference.ModelDescriptor.GraphTensor;
import kelvin.inference.ModelDescriptor.ModelFile;
import kelvin.inference.ModelDescriptor.ProbeOutcome;
import kelvin.text.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A report that leaves something out sends the user to another tool for it.
class ModelReportTest {

  private static final ModelFacts FACTS =
      new ModelFacts(
          new ModelDescriptor(
              "toy_model",
              Path.of("toy"),
              Optional.of("ToyForCausalLM"),
              List.of(
                  new ModelFile(Path.of("toy", "model.onnx"), 1_200_000),
                  new ModelFile(Path.of("toy", "model.onnx_data"), 325_000_000)),
              "float16",
              163_000_000,
              List.of(new GraphTensor("input_ids", "int64", "[batch, length]", "tokens")),
              List.of(new GraphTensor("logits", "float", "[batch, length, 50257]", "logits")),
              CacheKind.PING_PONG,
              50_257,
              OptionalInt.of(1024),
              List.of(0),
              List.of(
                  new ProbeOutcome("crop", "Is it the same after a crop?", true, 6e-6),
                  new ProbeOutcome("float32", "Is it the same in float32?", false, 0.25)),
              3,
              List.of("Weights are in half precision.")),
          Vocabulary.ofIds(12_345),
          List.of(7));

  private static final String MARKDOWN = ModelReport.of(FACTS).markdown();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| toy\\_model |  |\n",
        "| architecture | ToyForCausalLM |",
        "| precision | float16 |",
        "| parameters | 163,000,000 |",
        "| context | 1,024 tokens |",
        "| vocabulary | 12,345 tokens |",
        "| logits | 50,257 |",
        "| start tokens | ",
        " (7) |",
        "| KV cache | double-buffered |",
        "\n\n| file | bytes |\n| :--- | ---: |\n| `model.onnx` | 1,200,000 |\n",
        "| `model.onnx_data` | 325,000,000 |",
        "| crop | passed | 6.0e-06 | Is it the same after a crop? |",
        "| float32 | failed | 2.5e-01 | Is it the same in float32? |",
        "| `input_ids` | tokens | `int64` | `[batch, length]` |",
        "| `logits` | logits | `float` | `[batch, length, 50257]` |",
        "\n\n> Warning: Weights are in half precision.\n"
      })
  void theMarkdownSays(String words) {
    assertTrue(MARKDOWN.contains(words), () -> MARKDOWN);
  }

  @Test
  void aProofChangesOnlyWhatItProved() {
    var proved = FACTS.descriptor().withWarnings(List.of("A second one."));

    var after = FACTS.with(proved);

    assertEquals(FACTS.startTokens(), after.startTokens());
    assertEquals(2, ModelReport.of(after).warnings().size());
  }
}
