package kelvin.opening;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import kelvin.app.ModelOpeners;
import kelvin.engine.Context;
import kelvin.engine.Predictor;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadPhase;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import kelvin.onnx.Models;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Opens complete folders: with a tokenizer, without one, and with that of another model.
class ModelOpenerTest {

  private static final ToyModel TOY = ToyModel.small(6);

  @TempDir private Path folder = Path.of("");
  @TempDir private Path cache = Path.of("");

  @BeforeEach
  void writeModel() throws IOException {
    ToyFolder.write(folder, TOY);
  }

  @Test
  void aFolderWithoutATokenizerAnswersIds() throws Exception {
    Files.delete(folder.resolve("tokenizer.json"));

    try (var loaded = open()) {
      var prediction =
          new Predictor(loaded).predict(Context.ofIds(List.of(3, 4)), new Cancellation());

      assertEquals("4", prediction.tokens().getLast().text());
      assertTrue(loaded.descriptor().warnings().getLast().startsWith("There is no tokenizer"));
    }
  }

  @Test
  void aFolderWithoutATokenizerIsRefusedWhereTextIsNeeded() throws Exception {
    Files.delete(folder.resolve("tokenizer.json"));

    var refusal =
        assertThrows(
            ModelLoadException.class,
            () -> ModelOpeners.forWindow(1, cache).load(folder, new Cancellation()));

    assertEquals(folder.resolve("tokenizer.json"), refusal.file());
    assertTrue(refusal.reason().contains("no tokenizer"), refusal.reason());
  }

  @Test
  void theEndOfTextThatTheTokenizerNamesIsOneOfTheModels() throws Exception {
    Files.writeString(folder.resolve("tokenizer_config.json"), "{\"eos_token\": \"the\"}");

    try (var loaded = open()) {
      int the = loaded.tokenizer().encode("the").getFirst().id();

      assertEquals(List.of(0, the), loaded.descriptor().endOfTextIds());
    }
  }

  @Test
  void aTokenizerOfAnotherModelIsWarnedOfAndItsTokensAreRefused() throws Exception {
    Files.copy(
        Models.bundled().resolve("tokenizer.json"),
        folder.resolve("tokenizer.json"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);

    try (var loaded = open()) {
      var warning = loaded.descriptor().warnings().getLast();
      var context = Context.ofText(loaded.tokenizer(), "Once upon a time", List.of());
      var refusal =
          assertThrows(
              InferenceException.class,
              () -> new Predictor(loaded).predict(context, new Cancellation()));

      assertTrue(warning.contains("may belong to another model"), warning);
      assertTrue(warning.contains("4,096 tokens"), warning);
      assertTrue(String.valueOf(refusal.getMessage()).startsWith("There is no token"));
    }
  }

  @Test
  void aModelThatIsWiderThanItsTokenizerIsSaidToBePadded() throws Exception {
    Files.writeString(
        folder.resolve("tokenizer.json"),
        """
        {"version": "1.0", "added_tokens": [],
         "model": {"type": "BPE", "vocab": {"a": 0, "b": 1}, "merges": []}}
        """);

    try (var loaded = open()) {
      var warning = loaded.descriptor().warnings().getLast();

      assertTrue(warning.contains("the ids from 2 on are padding"), warning);
    }
  }

  @Test
  void itTellsWhatItIsDoing() throws Exception {
    var first = new ArrayList<LoadPhase>();
    var second = new ArrayList<LoadPhase>();
    var opener = ModelOpener.withoutTrial(1, cache);

    opener.load(folder, new Cancellation(), first::add).close();
    opener.load(folder, new Cancellation(), second::add).close();

    assertEquals(
        List.of(LoadPhase.FILES, LoadPhase.TOKENIZER, LoadPhase.WEIGHTS, LoadPhase.PROBES), first);
    assertEquals(List.of(LoadPhase.FILES, LoadPhase.TOKENIZER, LoadPhase.WEIGHTS), second);
  }

  @Test
  void probesGetDifferentTokensThatTheModelHas() throws Exception {
    try (var loaded = open()) {
      assertArrayEquals(
          new int[] {0, 1, 2, 3}, ProbeTokens.of(loaded.tokenizer(), OptionalInt.of(5)));
      assertArrayEquals(
          new int[] {0, 1, 0, 1}, ProbeTokens.of(loaded.tokenizer(), OptionalInt.of(2)));
      assertArrayEquals(new int[] {20, 40, 60, 80}, ProbeTokens.ofIds(OptionalInt.of(100)));
      assertArrayEquals(new int[] {3, 6, 9, 12}, ProbeTokens.ofIds(OptionalInt.empty()));
    }
  }

  private LoadedModel open() throws ModelLoadException {
    return ModelOpener.withoutTrial(1, cache).load(folder, new Cancellation());
  }
}
