package kelvin.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MessagesTest {

  @Test
  void anOverflowGivesTheNumbersAndSaysThatNothingWasCut() {
    assertEquals(
        "The prompt has 1,500 tokens, 988 more than the model's context of 512. Nothing was cut:"
            + " shorten the prompt.",
        new ContextOverflowException(1500, 512).getMessage());
  }

  @Test
  void aLoadErrorNamesFileReasonAndRemedyInThatOrder() {
    var e = new ModelLoadException(Path.of("model.onnx"), "it is empty.", "Download it again.");

    assertEquals("model.onnx: it is empty. Download it again.", e.getMessage());
  }
}
