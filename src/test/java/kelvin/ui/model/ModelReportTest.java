package kelvin.ui.model;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The model report contains everything that is known about a model.
class ModelReportTest {

  private static final String REPORT =
      String.join(
          "\n",
          ModelReport.lines(
              new ModelDescriptor(
                  "toy",
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
                  List.of("Weights are in half precision."))));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ToyForCausalLM, float16",
        "163,000,000 parameters, vocabulary 50,257",
        "context of 1,024 tokens",
        "cache: double-buffered",
        "1.2 MB  model.onnx",
        "325.0 MB  model.onnx_data",
        "passed  crop, |Δlogit| ≤ 6.0e-06",
        "FAILED  float32, |Δlogit| ≤ 2.5e-01",
        "Is it the same after a crop?",
        "! Weights are in half precision.",
        "in   tokens  input_ids  int64[batch, length]",
        "out  logits  logits  float[batch, length, 50257]"
      })
  void itSays(String words) {
    assertTrue(REPORT.contains(words), () -> REPORT);
  }
}
