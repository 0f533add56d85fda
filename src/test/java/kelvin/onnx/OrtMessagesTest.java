package kelvin.onnx;

import static kelvin.text.PlainWords.assertPlain;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Tests the explanations of the runtime's messages.
final class OrtMessagesTest {

  private static final Path GRAPH = Path.of("folder", "model.onnx");

  @ParameterizedTest
  @CsvSource({
    "Load model failed:Protobuf parsing failed., damaged or cut off",
    "Missing opset in the model. All ModelProtos MUST, damaged or cut off",
    "External data path does not exist, file with its weights is missing",
    "External data path escapes model directory, outside its own folder",
    "data file escapes model directory, outside its own folder",
    "Unsupported model IR version: 99, newer version of ONNX",
    "Opset 27 is under development, newer version of ONNX",
    "com.example:Foo(-1) is not a registered function/op, operator that ONNX Runtime does not have",
    "No Op registered for Foo with domain_version of 17, operator that ONNX Runtime does not have",
    "Could not find an implementation for Gemm(13), no kernels on this machine's CPU",
  })
  void knownMessagesAreExplained(String message, String reason) {
    var explanation = OrtMessages.ofLoad(new OrtException(message), GRAPH);

    assertTrue(explanation.reason().contains(reason), explanation.reason());
    assertTrue(explanation.remedy().endsWith("."), explanation.remedy());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Exception during initialization: /onnxruntime_src/onnxruntime/core/optimizer/"
            + "initializer.cc:45 onnxruntime::Initializer::Initializer(const onnx::TensorProto&)"
            + " [ONNXRuntimeError] : tensor size is wrong",
        "/onnxruntime_src/onnxruntime/core/common/safeint.h:17 static void"
            + " SafeIntExceptionHandler<onnxruntime::OnnxRuntimeException>::SafeIntOnOverflow()"
            + " Integer overflow",
        "Load model from folder/model.onnx failed:Node (Div_0) Op (ConstantOfShape)"
            + " [ShapeInferenceError] Invalid shape value: -3",
        "java.lang.IllegalStateException: x",
      })
  void whatOnlyDevelopersCanReadIsLeftOut(String message) {
    var failure = new OrtException("Error code - ORT_RUNTIME_EXCEPTION - message: " + message);

    assertPlain(OrtMessages.ofLoad(failure, GRAPH).reason());
    assertPlain(OrtMessages.ofRun(failure));
  }

  @Test
  void theOperatorThatFailsIsNamed() {
    var failure =
        new OrtException(
            "Error code - ORT_FAIL - message: Non-zero status code returned while running Div node."
                + " Name:'node_7' Status Message: /onnxruntime_src/onnxruntime/core/providers/cpu/"
                + "math/element_wise_ops.cc:124 onnxruntime::Div::Compute Integer division by zero");

    assertEquals(
        "it does not run: its operator Div (node “node_7”) fails.",
        OrtMessages.ofLoad(failure, GRAPH).reason());
    assertEquals(
        "The model failed on this prompt: its operator Div (node “node_7”) fails.",
        OrtMessages.ofRun(failure));
  }

  @Test
  void anUnknownMessageIsQuoted() {
    var explanation = OrtMessages.ofLoad(new OrtException("Gremlins.\nat line 3"), GRAPH);

    assertEquals("ONNX Runtime cannot load it: Gremlins.", explanation.reason());
  }

  @Test
  void aFailedRunIsQuotedWithoutItsErrorCode() {
    var failure = new OrtException("Error code - ORT_FAIL - message: MatMul dimension mismatch.");

    assertEquals(
        "The model failed on this prompt: MatMul dimension mismatch.", OrtMessages.ofRun(failure));
  }

  @Test
  void anEmojiInThePathIsNamedAsTheCause() {
    var path = Path.of("\uD83D\uDE00", "model.onnx");

    var explanation = OrtMessages.ofLoad(new OrtException("File doesn't exist"), path);

    assertTrue(explanation.reason().contains("emoji"), explanation.reason());
    assertTrue(explanation.remedy().contains("Rename"), explanation.remedy());
  }
}
