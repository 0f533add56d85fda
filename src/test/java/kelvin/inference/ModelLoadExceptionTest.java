package kelvin.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Tests refusals. If these fail, a crafted name in a model file moves the cursor of a
/// terminal.
final class ModelLoadExceptionTest {

  @Test
  void aNameOfTheFileThatIsQuotedIsVisible() {
    var refusal =
        new ModelLoadException(
            Path.of("model.onnx"), "the domain \u001B[2Ja is unknown.", "Export it again.");

    assertEquals("the domain ␛[2Ja is unknown.", refusal.reason());
    assertEquals("model.onnx: the domain ␛[2Ja is unknown. Export it again.", refusal.getMessage());
  }
}
