package kelvin.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kelvin.inference.ModelDescriptor.ModelFile;
import kelvin.inference.ModelLoadException;
import kelvin.inference.PlainFile;

/// Finds the files that a graph needs: its own file and those with its weights. All must exist
/// inside the graph's folder.
///
/// Links may lead to other files in that folder, or in the folder that the graph itself is linked
/// to, as in the download cache of Hugging Face.
final class WeightFiles {

  private WeightFiles() {}

  /// Returns the files, the graph first.
  static List<ModelFile> find(Path graph, GraphFacts facts) throws ModelLoadException {
    var files = new ArrayList<ModelFile>();
    files.add(new ModelFile(graph, sizeOf(graph)));
    for (var name : facts.externalFiles()) {
      var file = inFolderOf(graph, name);
      if (!Files.exists(file)) {
        throw new ModelLoadException(
            file,
            "this file with weights of " + graph.getFileName() + " is missing.",
            "Put it next to the graph.");
      }
      PlainFile.check(file);
      checkLink(graph, file);
      files.add(new ModelFile(file, sizeOf(file)));
    }
    return files;
  }

  private static Path inFolderOf(Path graph, String name) throws ModelLoadException {
    var folder = graph.resolveSibling("").toAbsolutePath().normalize();
    try {
      var file = folder.resolve(name).normalize();
      if (file.startsWith(folder)) {
        return file;
      }
    } catch (InvalidPathException e) {
      throw new ModelLoadException(
          graph,
          "it refers to weights in a file with an invalid name.",
          "Download or export it again.",
          e);
    }
    throw new ModelLoadException(
        graph,
        "it refers to weights outside its own folder (" + name + ").",
        "Kelvin does not follow such paths: export the model again.");
  }

  private static void checkLink(Path graph, Path file) throws ModelLoadException {
    try {
      var real = file.toRealPath();
      boolean isInside =
          real.startsWith(graph.toAbsolutePath().resolveSibling("").toRealPath())
              || real.startsWith(graph.toRealPath().resolveSibling(""));
      if (!isInside) {
        throw new ModelLoadException(
            file,
            "this file with weights of %s is a link to %s, outside the folder of the graph."
                .formatted(graph.getFileName(), real),
            "Put the file itself next to the graph.");
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static long sizeOf(Path file) throws ModelLoadException {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static ModelLoadException unreadable(Path file, IOException e) {
    return new ModelLoadException(file, "this file cannot be read.", "Check its permissions.", e);
  }
}
