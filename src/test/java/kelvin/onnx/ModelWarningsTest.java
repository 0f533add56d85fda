package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import kelvin.inference.IdsOnly;
import kelvin.inference.LoadedModel;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tests the warnings that a user should read before trusting a model's numbers.
final class ModelWarningsTest {

  private static final ToyModel TOY = ToyModel.small(31);

  @TempDir Path folder;

  private List<String> warnings(ToyFeature... features) throws Exception {
    try (var model = Models.open(ToyFolder.write(folder, TOY, features))) {
      return model.descriptor().warnings();
    }
  }

  @Test
  void anOrdinaryModelHasNone() throws Exception {
    assertEquals(List.of(), warnings(ToyFeature.CACHE, ToyFeature.MASK));
  }

  @Test
  void dynamicQuantisationLetsLaterTokensLeakIntoEarlierLogits() throws Exception {
    assertEquals(
        List.of(
            "Weights are quantised dynamically: later tokens can slightly change the "
                + "logits of earlier tokens in the same run."),
        warnings(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.DYNAMIC_INT8));
  }

  @Test
  void fourBitsOfAccuracyLevelFourQuantiseActivations() throws Exception {
    assertEquals(
        List.of(
            "Weights have 4 bits with accuracy level 4: activations are quantised "
                + "too, so tokens of nearly the same probability can swap ranks."),
        warnings(
            ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.INT4, ToyFeature.COARSE_ACTIVATIONS));
  }

  @Test
  void fourBitsOfFullAccuracyNeedNoWarning() throws Exception {
    assertEquals(List.of(), warnings(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.INT4));
  }

  @Test
  void halfPrecisionHasFewKernels() throws Exception {
    assertEquals(
        List.of(
            "Weights have half precision, for which CPUs have few kernels: they are "
                + "converted to float32, which takes twice the file's size in memory."),
        warnings(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.HALF));
  }

  @Test
  void logitsMayBeForTheLastRowOnly() throws Exception {
    assertEquals(
        List.of(
            "The graph returns logits only for the last position, so scoring a whole "
                + "prompt takes a run for each token."),
        warnings(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.LAST_ROW_ONLY));
  }

  @Test
  void aVocabularyMayBeWiderThanTheTokenizer() throws Exception {
    var model = Models.open(ToyFolder.write(folder, TOY));
    try (var loaded = new LoadedModel(model, new IdsOnly(TOY.vocabulary() - 4))) {
      assertEquals(
          "The tokenizer has 260 tokens and the model 264 logits: the ids from 260 on are padding.",
          loaded.descriptor().warnings().getLast());
    }
  }
}
