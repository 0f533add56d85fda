package kelvin.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import kelvin.inference.ModelConfig;
import kelvin.inference.ModelFolder;
import kelvin.inference.ModelLoadException;
import kelvin.inference.folder.ModelLinks;

/// Reads a folder in the layout of a Hugging Face export: `model.onnx` or `onnx/model*.onnx`,
/// `config.json`, `generation_config.json`, `genai_config.json`, and the files of a tokenizer.
///
/// Reads only file names and JSON. Explains precisely why a folder is not a causal language model
/// before native code sees it.
public final class ModelFolderReader {

  private static final String EXPORT_AGAIN =
      "Export a causal language model, for example with: optimum-cli export onnx"
          + " --task text-generation-with-past.";

  /// @param folder the model folder, or one `.onnx` file in it that selects a precision
  /// @throws ModelLoadException when it holds no usable model
  public ModelFolder read(Path folder) throws ModelLoadException {
    if (!Files.exists(folder)) {
      throw new ModelLoadException(
          folder, "there is no such folder.", "Give the folder that holds the .onnx file.");
    }
    if (Files.isRegularFile(folder)) {
      return readAround(folder);
    }
    if (!Files.isDirectory(folder)) {
      throw new ModelLoadException(
          folder, "this is a pipe or a device, not a folder.", "Give the model's folder.");
    }
    if (!Files.isReadable(folder)) {
      throw new ModelLoadException(folder, "this folder cannot be read.", "Check its permissions.");
    }
    var config = readConfig(folder);
    var graphs = GraphFiles.find(folder, GenaiConfig.read(folder).graph());
    return complete(folder, graphs, config);
  }

  /// Reads a folder with the tokenizer of a model whose graph is elsewhere.
  ///
  /// @throws ModelLoadException when it holds no usable tokenizer
  public TokenizerFolder readTokenizer(Path folder) throws ModelLoadException {
    if (!Files.isDirectory(folder)) {
      throw new ModelLoadException(
          folder,
          "there is no such folder.",
          "Give the folder that holds the tokenizer.json of the model on the server.");
    }
    var config = readConfig(folder);
    var tokenizer = checkedTokenizer(folder);
    return new TokenizerFolder(tokenizer.orElseThrow(() -> TokenizerFiles.missing(folder)), config);
  }

  private static ModelFolder readAround(Path file) throws ModelLoadException {
    if (file.toString().endsWith(GraphFiles.ORT)) {
      throw GraphFiles.ortFormat(file);
    }
    if (!file.toString().endsWith(".onnx")) {
      throw new ModelLoadException(
          file, "this is neither a folder nor an .onnx file.", "Give the model's folder.");
    }
    var parent = file.resolveSibling("").toAbsolutePath().normalize();
    var folder = parent.endsWith("onnx") ? parent.resolveSibling("") : parent;
    return complete(folder, List.of(file), readConfig(folder));
  }

  private static ModelFolder complete(Path folder, List<Path> graphs, ModelConfig config)
      throws ModelLoadException {
    var graph = graphs.getFirst();
    ModelLinks.check(folder, graph);
    FileContent.check(graph);
    var tokenizer = checkedTokenizer(folder);
    return new ModelFolder(folder, graph, graphs.subList(1, graphs.size()), tokenizer, config);
  }

  private static Optional<Path> checkedTokenizer(Path folder) throws ModelLoadException {
    var tokenizer = TokenizerFiles.find(folder);
    if (tokenizer.isPresent()) {
      for (var file : TokenizerFiles.allOf(tokenizer.get())) {
        if (Files.exists(file)) {
          ModelLinks.check(folder, file);
        }
      }
      TokenizerFiles.check(tokenizer.get());
    }
    return tokenizer;
  }

  private static ModelConfig readConfig(Path folder) throws ModelLoadException {
    var configFile = folder.resolve("config.json");
    var config = ModelJsonFile.readIfPresent(configFile);
    var generation = ModelJsonFile.readIfPresent(folder.resolve("generation_config.json"));
    var architecture = config.strings("architectures").stream().findFirst();
    refuseOtherTasks(configFile, config, architecture);

    var genaiConfig = GenaiConfig.read(folder);
    var genai = genaiConfig.model();

    // Models that also take images keep the numbers of the language model one level deeper.
    var text = config.child("text_config");
    var heads = first(config, text, "num_attention_heads", "n_head");
    var hidden = first(config, text, "hidden_size", "n_embd");
    var headDimension = first(config, text, "head_dim");
    if (headDimension.isEmpty() && heads.isPresent() && hidden.isPresent()) {
      headDimension = OptionalInt.of(hidden.getAsInt() / heads.getAsInt());
    }
    var keyValueHeads = first(config, text, "num_key_value_heads");
    var endOfText = new LinkedHashSet<>(generation.integers("eos_token_id"));
    endOfText.addAll(config.integers("eos_token_id"));
    endOfText.addAll(text.integers("eos_token_id"));
    endOfText.addAll(genai.integers("eos_token_id"));
    var vocabulary = or(first(config, text, "vocab_size"), genai.positiveInt("vocab_size"));
    boolean tied = config.isTrue("tie_word_embeddings") || text.isTrue("tie_word_embeddings");
    return new ModelConfig(
        architecture.or(() -> config.string("model_type")),
        or(
            first(config, text, "max_position_embeddings", "n_positions", "n_ctx"),
            genai.positiveInt("context_length")),
        vocabulary,
        keyValueHeads.isPresent() ? keyValueHeads : heads,
        headDimension,
        new ArrayList<>(endOfText),
        genaiConfig.usualNames(),
        EncoderSigns.in(config, architecture.orElse("")),
        tied && vocabulary.isPresent() && hidden.isPresent()
            ? OptionalLong.of((long) vocabulary.getAsInt() * hidden.getAsInt())
            : OptionalLong.empty());
  }

  private static OptionalInt or(OptionalInt found, OptionalInt other) {
    return found.isPresent() ? found : other;
  }

  private static OptionalInt first(ModelJsonFile config, ModelJsonFile text, String... names) {
    return or(config.positiveInt(names), text.positiveInt(names));
  }

  private static void refuseOtherTasks(
      Path file, ModelJsonFile config, Optional<String> architecture) throws ModelLoadException {
    var name = architecture.orElse("");
    if (config.isTrue("is_encoder_decoder") && !name.endsWith("ForCausalLM")) {
      throw new ModelLoadException(
          file,
          "this is an encoder-decoder model; Kelvin needs a causal (decoder-only) language model.",
          EXPORT_AGAIN);
    }
    if (name.endsWith("ForMaskedLM")) {
      throw new ModelLoadException(
          file,
          "this is a masked language model ("
              + name
              + "): it fills gaps and does not predict a next token.",
          EXPORT_AGAIN);
    }
    if (name.endsWith("Classification") || name.endsWith("ForQuestionAnswering")) {
      throw new ModelLoadException(
          file, "this is a classifier (" + name + "), not a language model.", EXPORT_AGAIN);
    }
  }
}
