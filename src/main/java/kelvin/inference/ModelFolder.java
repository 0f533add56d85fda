package kelvin.inference;

import java.nio.file.Path;
import java.util.List;

/// A folder that was found to hold a model, before anything of it is loaded.
///
/// @param graph the `.onnx` file to use
/// @param otherGraphs further `.onnx` files of the same model, usually other precisions
/// @param tokenizer the `tokenizer.json`
public record ModelFolder(
    Path folder, Path graph, List<Path> otherGraphs, Path tokenizer, ModelConfig config) {

  public ModelFolder {
    otherGraphs = List.copyOf(otherGraphs);
  }

  /// The folder's name, which is what people call the model.
  public String name() {
    var absolute = folder.toAbsolutePath().normalize().getFileName();
    return absolute == null ? folder.toString() : absolute.toString();
  }
}
