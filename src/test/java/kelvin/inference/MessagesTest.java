package kelvin.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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

  @Test
  void aModelHasTheNameOfItsFolderForEveryFormOfThePath() {
    assertEquals("tiny", folder("models/tiny").name());
    assertEquals("tiny", folder("models/tiny/.").name());
    assertEquals("tiny", folder("models/other/../tiny").name());
  }

  private static ModelFolder folder(String path) {
    var config =
        new ModelConfig(
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            List.of(),
            Map.of(),
            false,
            java.util.OptionalLong.empty());
    return new ModelFolder(
        Path.of(path), Path.of("model.onnx"), List.of(), Optional.empty(), config);
  }
}
