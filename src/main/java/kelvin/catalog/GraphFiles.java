package kelvin.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kelvin.inference.ModelLoadException;

/// Finds the graphs of a model folder and puts the best one first.
final class GraphFiles {

  /// Parts of larger models, which are not language models by themselves.
  private static final Pattern PART =
      Pattern.compile("encoder|vision|audio|embed_tokens|vae|unet|prepare_inputs|postnet");

  /// Ordered from the most exact to those that are slow on a CPU.
  private static final List<String> PREFERRED =
      List.of(
          "model.onnx",
          "model_fp32.onnx",
          "model_q8.onnx",
          "model_int8.onnx",
          "model_uint8.onnx",
          "model_quantized.onnx",
          "model_q4.onnx",
          "model_bnb4.onnx",
          "model_q4f16.onnx",
          "model_fp16.onnx",
          "decoder_model_merged.onnx",
          "decoder_model_merged_quantized.onnx",
          "decoder_model.onnx",
          "decoder_model_quantized.onnx");

  /// The extension of ONNX Runtime's own format, which holds a graph optimised for one machine.
  static final String ORT = ".ort";

  private GraphFiles() {}

  static ModelLoadException ortFormat(Path file) {
    return new ModelLoadException(
        file,
        "this is a graph in ONNX Runtime's own format (.ort), which lacks facts "
            + "that Kelvin needs.",
        "Give the .onnx file that it was made from.");
  }

  /// Finds at least one graph, the best one first.
  ///
  /// @param named the graph named by a configuration; it comes first
  static List<Path> find(Path folder, Optional<Path> named) throws ModelLoadException {
    var all = new ArrayList<Path>();
    for (var place : List.of(folder, folder.resolve("onnx"))) {
      all.addAll(filesIn(place, ".onnx"));
    }
    if (all.isEmpty()) {
      for (var place : List.of(folder, folder.resolve("onnx"))) {
        var compiled = filesIn(place, ORT).stream().findFirst();
        if (compiled.isPresent()) {
          throw ortFormat(compiled.get());
        }
      }
      throw new ModelLoadException(
          folder,
          "there is no .onnx file in this folder or in its onnx folder.",
          hasOtherWeights(folder)
              ? "It holds PyTorch weights: export them with optimum-cli export onnx."
              : "Give the folder that holds the model's .onnx file.");
    }
    var graphs = new ArrayList<>(all);
    graphs.removeIf(file -> PART.matcher(file.getFileName().toString()).find());
    if (graphs.isEmpty()) {
      throw new ModelLoadException(
          all.getFirst(),
          "this folder holds only parts of a larger model, such as an encoder.",
          "Kelvin needs a causal (decoder-only) language model in one graph.");
    }
    graphs.sort(
        Comparator.comparingInt(GraphFiles::preference).thenComparing(Comparator.naturalOrder()));
    if (named.isPresent()) {
      graphs.remove(named.get());
      graphs.addFirst(named.get());
    }
    return graphs;
  }

  /// Graphs for continuing after cached tokens come last, because the graph for the first tokens
  /// finds them.
  private static int preference(Path file) {
    int known = PREFERRED.indexOf(file.getFileName().toString());
    int unknown = file.getFileName().toString().contains("with_past") ? 1 : 0;
    return known < 0 ? PREFERRED.size() + unknown : known;
  }

  private static List<Path> filesIn(Path place, String ending) throws ModelLoadException {
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (var files = Files.list(place)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new ModelLoadException(
          place, "this folder cannot be read.", "Check its permissions.", e);
    }
  }

  private static boolean hasOtherWeights(Path folder) throws ModelLoadException {
    try (var files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().matches(".*\\.(safetensors|bin|pt|gguf)"));
    } catch (IOException e) {
      throw new ModelLoadException(
          folder, "this folder cannot be read.", "Check its permissions.", e);
    }
  }
}
