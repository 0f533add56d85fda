package kelvin.inference.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A user sees the name of the open model everywhere. A row of forty digits would be none.
final class ModelNameTest {

  @ParameterizedTest
  @CsvSource({
    "models/tiny, tiny",
    "models/tiny/., tiny",
    "models/other/../tiny, tiny",
    "/, /",
    "hub/models--HuggingFaceTB--SmolLM2-135M/snapshots/0123abcd, SmolLM2-135M",
    "hub/models--HuggingFaceTB--SmolLM2-135M/snapshots/0123abcd/cpu/int4, SmolLM2-135M",
    "hub/models--gpt2/snapshots/0123abcd, gpt2",
    "hub/models--gpt2/blobs, blobs",
    "snapshots/0123abcd, 0123abcd"
  })
  void aModelIsNamedByItsFolderOrItsRepository(String folder, String name) {
    assertEquals(name, ModelName.of(Path.of(folder)));
  }
}
