package kelvin.inference;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A model folder whose files were found but not loaded.
///
/// @param graph the `.onnx` file to use
/// @param otherGraphs other `.onnx` files of the same model, usually other precisions
/// @param tokenizer the `tokenizer.json`, or the `vocab.json` of the older pair of files
public record ModelFolder(
    Path folder, Path graph, List<Path> otherGraphs, Optional<Path> tokenizer, ModelConfig config) {

  public ModelFolder {
    otherGraphs = List.copyOf(otherGraphs);
  }

  /// Adds token ids that end a text.
  public ModelFolder withEndOfText(List<Integer> ids) {
    return new ModelFolder(folder, graph, otherGraphs, tokenizer, config.withEndOfText(ids));
  }
}
