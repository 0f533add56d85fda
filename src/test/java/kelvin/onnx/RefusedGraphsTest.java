package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Stream;
import kelvin.inference.ModelLoadException;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// An unusable graph is refused with the file, the reason and a remedy in plain words.
final class RefusedGraphsTest {

  private static final String EXPORT_CAUSAL = "Export a causal language model";
  private static final String NEWER = "it is written in a newer version of ONNX";

  @TempDir Path folder;

  static Stream<Arguments> refusals() {
    return Stream.of(
        refusal(
            "a later token changes the logits of earlier ones",
            EXPORT_CAUSAL,
            ToyFeature.SEES_LATER_TOKENS),
        refusal(
            "a later token changes the logits of earlier ones",
            EXPORT_CAUSAL,
            ToyFeature.SEES_LATER_TOKENS,
            ToyFeature.DYNAMIC_INT8),
        refusal("no logits for every position", EXPORT_CAUSAL, ToyFeature.CLASSIFIES),
        refusal("part of an encoder-decoder model", EXPORT_CAUSAL, ToyFeature.ENCODER_INPUT),
        refusal(
            "takes embeddings (inputs_embeds), not tokens",
            "embed_tokens.onnx",
            ToyFeature.EMBEDDINGS_INPUT),
        refusal(
            "inputs that Kelvin does not know: speaker_ids",
            EXPORT_CAUSAL,
            ToyFeature.UNKNOWN_INPUT),
        refusal("paged attention (input block_table)", "plain cache", ToyFeature.PAGED_INPUT),
        refusal("compiled for another processor", "for the CPU", ToyFeature.COMPILED),
        refusal("takes exactly 8 tokens at a time", EXPORT_CAUSAL, ToyFeature.FIXED_LENGTH),
        refusal(NEWER, "older opset", ToyFeature.FUTURE_IR),
        refusal("operator that ONNX Runtime does not have", "custom", ToyFeature.UNKNOWN_OPERATOR),
        refusal("operators of the domain com.example", "custom", ToyFeature.CUSTOM_DOMAIN),
        refusal("logits are not numbers", "fp32", ToyFeature.NAN_ALWAYS),
        refusal("weights outside its own folder", "export", ToyFeature.ESCAPING_DATA));
  }

  private static Arguments refusal(String reason, String remedy, ToyFeature... features) {
    var set = EnumSet.of(ToyFeature.MASK);
    set.addAll(Arrays.asList(features));
    return Arguments.of(set, reason, remedy);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void theRefusalGivesFileReasonAndRemedy(
      EnumSet<ToyFeature> features, String reason, String remedy) throws Exception {
    ToyFolder.write(folder, ToyModel.small(5), features);

    var refusal = assertThrows(ModelLoadException.class, () -> Models.open(folder));

    assertEquals(folder.resolve("model.onnx"), refusal.file());
    assertTrue(refusal.reason().contains(reason), refusal.reason());
    assertTrue(refusal.remedy().contains(remedy), refusal.remedy());
  }

  @Test
  void aMaskedModelWithFlatLogitsIsRefusedToo() throws Exception {
    var flat = new ToyModel(ToyModel.small(5), 0.01f);
    ToyFolder.write(folder, flat, ToyFeature.MASK, ToyFeature.SEES_LATER_TOKENS);

    var refusal = assertThrows(ModelLoadException.class, () -> Models.open(folder));

    assertTrue(refusal.reason().contains("a later token changes"), refusal.reason());
  }

  @Test
  void anOpenCacheShapeNeedsAConfigThatGivesIt() throws Exception {
    ToyFolder.write(
        folder, ToyModel.small(5), ToyFeature.MASK, ToyFeature.CACHE, ToyFeature.OPEN_CACHE_SHAPE);
    Files.writeString(folder.resolve("config.json"), "{}");

    var refusal = assertThrows(ModelLoadException.class, () -> Models.open(folder));

    assertTrue(
        refusal.reason().contains("config.json does not give num_key_value_heads"),
        refusal.reason());
  }
}
