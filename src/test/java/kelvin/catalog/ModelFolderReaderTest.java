package kelvin.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kelvin.inference.ModelConfig;
import kelvin.inference.ModelFolder;
import kelvin.inference.ModelLoadException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFolderReaderTest {

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void putTokenizer() throws IOException {
    write("tokenizer.json", "{}");
  }

  @Test
  void readsAFolderWithGraphAndTokenizer() throws Exception {
    write("model.onnx", "graph");

    var found = read();

    assertEquals(folder.resolve("model.onnx"), found.graph());
    assertEquals(Optional.of(folder.resolve("tokenizer.json")), found.tokenizer());
    assertEquals(List.of(), found.otherGraphs());
  }

  @Test
  void readsGraphsInTheOnnxFolder() throws Exception {
    write("onnx/model_q4.onnx", "graph");
    write("onnx/model.onnx", "graph");
    write("onnx/model.onnx_data", "weights");

    var found = read();

    assertEquals(folder.resolve("onnx/model.onnx"), found.graph());
    assertEquals(List.of(folder.resolve("onnx/model_q4.onnx")), found.otherGraphs());
  }

  @Test
  void prefersTheMostExactGraphAndTakesUnknownNamesLast() throws Exception {
    for (var name : List.of("model_fp16", "other", "model_q4", "model_int8")) {
      write(name + ".onnx", "graph");
    }

    var found = read();

    assertEquals(folder.resolve("model_int8.onnx"), found.graph());
    assertEquals(
        List.of("model_q4.onnx", "model_fp16.onnx", "other.onnx"), names(found.otherGraphs()));
  }

  @Test
  void ignoresPartsOfLargerModels() throws Exception {
    write("onnx/vision_encoder.onnx", "graph");
    write("onnx/embed_tokens.onnx", "graph");
    write("onnx/decoder_model_merged.onnx", "graph");

    var found = read();

    assertEquals(folder.resolve("onnx/decoder_model_merged.onnx"), found.graph());
    assertEquals(List.of(), found.otherGraphs());
  }

  @Test
  void anOnnxFileChoosesThatGraph() throws Exception {
    write("onnx/model.onnx", "graph");
    write("onnx/model_q4.onnx", "graph");

    var found = new ModelFolderReader().read(folder.resolve("onnx/model_q4.onnx"));

    assertEquals(folder.resolve("onnx/model_q4.onnx"), found.graph());
    assertEquals(folder.toAbsolutePath(), found.folder().toAbsolutePath());
  }

  @Test
  void readsTheConfiguration() throws Exception {
    var config =
        configOf(
            """
            {"architectures": ["LlamaForCausalLM"], "max_position_embeddings": 512,
             "vocab_size": 4096, "num_attention_heads": 8, "num_key_value_heads": 4,
             "hidden_size": 256, "head_dim": 48, "eos_token_id": 2}
            """);

    assertEquals(
        new ModelConfig(
            Optional.of("LlamaForCausalLM"),
            OptionalInt.of(512),
            OptionalInt.of(4096),
            OptionalInt.of(4),
            OptionalInt.of(48),
            List.of(2),
            Map.of(),
            false,
            java.util.OptionalLong.empty()),
        config);
  }

  @ParameterizedTest
  @CsvSource({
    "bert, true, '', false",
    "bert, false, '', true",
    "distilbert, '', '', true",
    "gpt2, false, GPT2LMHeadModel, false",
    "gpt2, '', '', false",
    "new, false, NewModel, true",
    "new, '', NewModel, false"
  })
  void seesWhatDescribesAnEncoder(
      String type, String isDecoder, String architecture, boolean encoder) throws Exception {
    var decoder = isDecoder.isEmpty() ? "" : ", \"is_decoder\": " + isDecoder;

    var config =
        configOf(
            "{\"model_type\": \"%s\", \"architectures\": [\"%s\"]%s}"
                .formatted(type, architecture, decoder));

    assertEquals(encoder, config.encoder());
  }

  @Test
  void aFolderWithoutAClassIsNamedByItsType() throws Exception {
    assertEquals(Optional.of("llama"), configOf("{\"model_type\": \"llama\"}").architecture());
    assertEquals(
        Optional.of("LlamaForCausalLM"),
        configOf("{\"model_type\": \"llama\", \"architectures\": [\"LlamaForCausalLM\"]}")
            .architecture());
  }

  @Test
  void readsTheNamesThatGpt2Uses() throws Exception {
    var config = configOf("{\"n_positions\": 1024, \"n_head\": 12, \"n_embd\": 768}");

    assertEquals(OptionalInt.of(1024), config.contextLength());
    assertEquals(OptionalInt.of(12), config.keyValueHeads());
    assertEquals(OptionalInt.of(64), config.headDimension());
  }

  @Test
  void readsTheLanguageModelOfAModelThatAlsoSeesImages() throws Exception {
    var config =
        configOf(
            """
            {"architectures": ["Gemma3ForConditionalGeneration"],
             "text_config": {"max_position_embeddings": 8192, "vocab_size": 100,
               "num_attention_heads": 8, "head_dim": 256, "eos_token_id": [1, 106]}}
            """);

    assertEquals(OptionalInt.of(8192), config.contextLength());
    assertEquals(OptionalInt.of(100), config.vocabularySize());
    assertEquals(OptionalInt.of(256), config.headDimension());
    assertEquals(List.of(1, 106), config.endOfTextIds());
  }

  @Test
  void collectsTheEndsOfTextFromBothFilesOnce() throws Exception {
    write("generation_config.json", "{\"eos_token_id\": [5, 7]}");

    var config = configOf("{\"eos_token_id\": [7, 9]}");

    assertEquals(List.of(5, 7, 9), config.endOfTextIds());
  }

  @Test
  void aFolderWithoutATokenizerIsFoundWithoutOne() throws Exception {
    write("model.onnx", "graph");
    Files.delete(folder.resolve("tokenizer.json"));
    write("vocab.json", "{}");

    assertEquals(Optional.empty(), read().tokenizer());
  }

  @Test
  void theOlderPairOfFilesIsATokenizerToo() throws Exception {
    write("model.onnx", "graph");
    Files.delete(folder.resolve("tokenizer.json"));
    write("vocab.json", "{}");
    write("merges.txt", "");

    assertEquals(Optional.of(folder.resolve("vocab.json")), read().tokenizer());
  }

  @Test
  void readsTheConfigurationOfOnnxRuntimeGenAi() throws Exception {
    write(
        "genai_config.json",
        """
        {"model": {"context_length": 2048, "vocab_size": 99, "eos_token_id": [3, 4],
         "decoder": {"filename": "past.onnx"}}}
        """);
    write("past.onnx", "graph");
    write("model.onnx", "graph");

    var found = read();

    assertEquals(folder.resolve("past.onnx"), found.graph());
    assertEquals(OptionalInt.of(2048), found.config().contextLength());
    assertEquals(OptionalInt.of(99), found.config().vocabularySize());
    assertEquals(List.of(3, 4), found.config().endOfTextIds());
  }

  @Test
  void aNamedGraphThatDoesNotExistIsIgnored() throws Exception {
    write("genai_config.json", "{\"model\": {\"decoder\": {\"filename\": \"gone.onnx\"}}}");
    write("model.onnx", "graph");

    assertEquals(folder.resolve("model.onnx"), read().graph());
  }

  @Test
  void everythingMayBeMissing() throws Exception {
    write("model.onnx", "graph");

    var config = read().config();

    assertEquals(Optional.empty(), config.architecture());
    assertEquals(OptionalInt.empty(), config.contextLength());
    assertEquals(List.of(), config.endOfTextIds());
  }

  @Test
  void fieldsOfTheWrongKindCountAsMissing() throws Exception {
    var config =
        configOf(
            """
            {"architectures": "LlamaForCausalLM", "max_position_embeddings": 1e30,
             "vocab_size": "4096", "num_attention_heads": 2.5, "eos_token_id": null,
             "is_encoder_decoder": "no", "text_config": []}
            """);

    assertEquals(
        new ModelConfig(
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            List.of(),
            Map.of(),
            false,
            java.util.OptionalLong.empty()),
        config);
  }

  @Test
  void aCausalDecoderOfAnEncoderDecoderFamilyIsAccepted() throws Exception {
    var config =
        configOf("{\"architectures\": [\"BartForCausalLM\"], \"is_encoder_decoder\": true}");

    assertEquals(Optional.of("BartForCausalLM"), config.architecture());
  }

  private ModelConfig configOf(String json) throws IOException, ModelLoadException {
    write("model.onnx", "graph");
    write("config.json", json);
    return read().config();
  }

  private ModelFolder read() throws ModelLoadException {
    return new ModelFolderReader().read(folder);
  }

  private static List<String> names(List<Path> files) {
    return files.stream().map(file -> file.getFileName().toString()).toList();
  }

  private void write(String name, String content) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, content);
  }
}
