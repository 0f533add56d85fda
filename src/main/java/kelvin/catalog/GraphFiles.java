package kelvin.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kelvin.inference.ModelLoadException;
import kelvin.inference.folder.GraphNames;

/// Finds the graphs of a model folder and puts the best one first.
final class GraphFiles {

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
    graphs.removeIf(file -> GraphNames.isPart(nameOf(file)));
    if (graphs.isEmpty()) {
      throw new ModelLoadException(
          all.getFirst(),
          "this folder holds only parts of a larger model, such as an encoder.",
          "Kelvin needs a causal (decoder-only) language model in one graph.");
    }
    graphs.sort(
        Comparator.comparingInt((Path file) -> GraphNames.preference(nameOf(file)))
            .thenComparing(Comparator.naturalOrder()));
    if (named.isPresent()) {
      graphs.remove(named.get());
      graphs.addFirst(named.get());
    }
    return graphs;
  }

  private static String nameOf(Path file) {
    return file.getFileName().toString();
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
