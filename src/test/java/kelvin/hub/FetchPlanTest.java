package kelvin.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Repositories hold many exports of one model. Without the plan a user would fetch gigabytes that
/// no graph needs, or miss a file that one does.
final class FetchPlanTest {

  private static final Checksum SUM = Checksum.gitBlob("a".repeat(40)).orElseThrow();

  @Test
  void onlyWhatTheGraphNeedsIsPlanned() throws Exception {
    var plan =
        FetchPlan.of(
            listing(
                "README.md",
                "LICENSE",
                "config.json",
                "generation_config.json",
                "tokenizer.json",
                "tokenizer_config.json",
                "vocab.json",
                "merges.txt",
                "chat_template.jinja",
                "model.safetensors",
                "pictures/loss.png",
                "onnx/model.onnx",
                "onnx/model.onnx_data",
                "onnx/model.onnx_data_1",
                "onnx/model_q4.onnx",
                "onnx/model_q4.onnx_data"),
            "q4");

    assertEquals(
        List.of(
            "README.md",
            "LICENSE",
            "config.json",
            "generation_config.json",
            "tokenizer.json",
            "tokenizer_config.json",
            "chat_template.jinja",
            "onnx/model_q4.onnx",
            "onnx/model_q4.onnx_data"),
        paths(plan));
  }

  @Test
  void withoutATokenizerFileThePiecesOfOneArePlanned() throws Exception {
    assertEquals(
        List.of("vocab.json", "merges.txt", "model.onnx"),
        paths(FetchPlan.of(listing("vocab.json", "merges.txt", "model.onnx"), "")));
  }

  @Test
  void aPairOfGraphsComesTogether() throws Exception {
    assertEquals(
        List.of("decoder_model.onnx", "decoder_with_past_model.onnx", "decoder_model.onnx_data"),
        paths(
            FetchPlan.of(
                listing(
                    "decoder_model.onnx",
                    "decoder_model.onnx_data",
                    "decoder_with_past_model.onnx"),
                "")));
  }

  @Test
  void aGraphInItsOwnFolderTakesTheSettingsBesideIt() throws Exception {
    var plan =
        FetchPlan.of(
            listing("config.json", "cpu-int4/genai_config.json", "cpu-int4/model.onnx"), "int4");

    assertEquals(List.of("cpu-int4/genai_config.json", "cpu-int4/model.onnx"), paths(plan));
    assertEquals("cpu-int4/", plan.modelFolder());
  }

  @ParameterizedTest
  @CsvSource({
    "onnx/model.onnx, fp32",
    "onnx/model_fp16.onnx, fp16",
    "onnx/model_int8.onnx, int8",
    "onnx/model_uint8.onnx, uint8",
    "onnx/model_quantized.onnx, quantized",
    "onnx/model_q4.onnx, q4",
    "onnx/model_q4f16.onnx, q4f16",
    "onnx/model_bnb4.onnx, bnb4",
    "onnx/decoder_model_merged_quantized.onnx, quantized",
    "cpu-int4-rtn-block-32/model.onnx, int4"
  })
  void aNameSaysThePrecision(String path, String precision) {
    assertEquals(precision, GraphChoice.of(listing(path)).getFirst().precision());
  }

  @Test
  void theMostExactGraphComesFirstAndPartsOfModelsAreNone() {
    var graphs =
        GraphChoice.of(
            listing(
                "onnx/decoder_with_past_model.onnx",
                "onnx/embed_tokens.onnx",
                "onnx/model_q4.onnx",
                "onnx/model.onnx",
                "onnx/vision_encoder.onnx"));

    assertEquals(
        List.of("onnx/model.onnx", "onnx/model_q4.onnx"),
        graphs.stream().map(each -> each.graph().path()).toList());
  }

  @Test
  void anUnknownPrecisionIsRefusedWithThoseThatThereAre() {
    var refusal =
        assertThrows(
            HubException.class,
            () -> FetchPlan.of(listing("onnx/model.onnx", "onnx/model_q4.onnx"), "q5"));

    assertTrue(refusal.remedy().contains("fp32, q4"), refusal.remedy());
  }

  @Test
  void aRepositoryWithoutGraphsSaysSo() {
    var refusal =
        assertThrows(HubException.class, () -> FetchPlan.of(listing("model.safetensors"), ""));

    assertEquals("a/b has no ONNX graph that Kelvin can open.", refusal.reason());
  }

  private static Listing listing(String... paths) {
    return new Listing(
        RepositoryId.of("a/b"),
        "main",
        "b".repeat(40),
        "",
        Arrays.stream(paths).map(path -> new RemoteFile(path, 1, SUM)).toList());
  }

  private static List<String> paths(FetchPlan plan) {
    return plan.files().stream().map(RemoteFile::path).toList();
  }
}
