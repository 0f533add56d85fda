package kelvin.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import kelvin.inference.ModelConfig;
import kelvin.inference.ModelFolder;
import kelvin.inference.ModelLoadException;

/// Reads a folder in the layout of a Hugging Face export: `model.onnx` or `onnx/model*.onnx`,
/// `config.json`, `generation_config.json`, `tokenizer.json`.
///
/// Looks at names and JSON only; says precisely why a folder is no causal language model before
/// anything native sees it.
public final class ModelFolderReader {

  private static final String EXPORT_AGAIN =
      "Export a causal language model, for example with: optimum-cli export onnx"
          + " --task text-generation-with-past.";

  /// @param folder the model folder, or one `.onnx` file in it to choose a precision
  /// @throws ModelLoadException when it holds no usable model
  public ModelFolder read(Path folder) throws ModelLoadException {
    if (!Files.exists(folder)) {
      throw new ModelLoadException(
          folder, "there is no such folder.", "Give the folder that holds the .onnx file.");
    }
    if (Files.isRegularFile(folder)) {
      return readAround(folder);
    }
    if (!Files.isReadable(folder)) {
      throw new ModelLoadException(folder, "this folder cannot be read.", "Check its permissions.");
    }
    var config = readConfig(folder);
    var graphs = GraphFiles.find(folder);
    return complete(folder, graphs, config);
  }

  private static ModelFolder readAround(Path file) throws ModelLoadException {
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
    checkContent(graph);
    var tokenizer = folder.resolve("tokenizer.json");
    if (!Files.isRegularFile(tokenizer)) {
      throw new ModelLoadException(
          tokenizer, "the model has no tokenizer: this file is missing.", tokenizerRemedy(folder));
    }
    checkContent(tokenizer);
    return new ModelFolder(folder, graph, graphs.subList(1, graphs.size()), tokenizer, config);
  }

  private static String tokenizerRemedy(Path folder) {
    return Files.isRegularFile(folder.resolve("tokenizer.model"))
        ? "Make it from tokenizer.model with Python:"
            + " AutoTokenizer.from_pretrained(FOLDER).save_pretrained(FOLDER)."
        : "Copy it from the model's page.";
  }

  private static ModelConfig readConfig(Path folder) throws ModelLoadException {
    var configFile = folder.resolve("config.json");
    var config = JsonFile.readIfPresent(configFile);
    var generation = JsonFile.readIfPresent(folder.resolve("generation_config.json"));
    var architecture = config.strings("architectures").stream().findFirst();
    refuseOtherTasks(configFile, config, architecture);

    // Models that also see images keep the language model's numbers one level down.
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
    return new ModelConfig(
        architecture,
        first(config, text, "max_position_embeddings", "n_positions", "n_ctx"),
        first(config, text, "vocab_size"),
        keyValueHeads.isPresent() ? keyValueHeads : heads,
        headDimension,
        new ArrayList<>(endOfText));
  }

  private static OptionalInt first(JsonFile config, JsonFile text, String... names) {
    var found = config.positiveInt(names);
    return found.isPresent() ? found : text.positiveInt(names);
  }

  private static void refuseOtherTasks(Path file, JsonFile config, Optional<String> architecture)
      throws ModelLoadException {
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
          "this is a masked language model (" + name + "): it fills gaps and has no next token.",
          EXPORT_AGAIN);
    }
    if (name.endsWith("Classification") || name.endsWith("ForQuestionAnswering")) {
      throw new ModelLoadException(
          file, "this is a classifier (" + name + "), not a language model.", EXPORT_AGAIN);
    }
  }

  /// Finds what a download that went wrong looks like before a parser trips over it.
  private static void checkContent(Path file) throws ModelLoadException {
    var again = "Download the file again.";
    if (Files.isDirectory(file)) {
      throw new ModelLoadException(file, "this is a folder, not a file.", again);
    }
    try (InputStream in = Files.newInputStream(file)) {
      var head = new String(in.readNBytes(64), StandardCharsets.ISO_8859_1);
      if (head.isEmpty()) {
        throw new ModelLoadException(file, "this file is empty.", again);
      }
      if (head.startsWith("version https://git-lfs")) {
        throw new ModelLoadException(
            file,
            "this is a Git LFS pointer, not the file itself.",
            "Run git lfs pull in its folder, or download the file.");
      }
      var start = head.stripLeading().toLowerCase(Locale.ROOT);
      if (start.startsWith("<!doctype") || start.startsWith("<html")) {
        throw new ModelLoadException(file, "this is a web page, not the file itself.", again);
      }
    } catch (IOException e) {
      throw new ModelLoadException(
          file, "this file cannot be read.", "Check that it exists and its permissions.", e);
    }
  }
}
