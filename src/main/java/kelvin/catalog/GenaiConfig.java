package kelvin.catalog;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import kelvin.inference.ModelLoadException;

/// The `genai_config.json` of ONNX Runtime GenAI, as far as Kelvin follows it: numbers, and which
/// file is the graph. Its session options and libraries of custom operators are never used.
record GenaiConfig(Path file, JsonFile model) {

  static GenaiConfig read(Path folder) throws ModelLoadException {
    var file = folder.resolve("genai_config.json");
    return new GenaiConfig(file, JsonFile.readIfPresent(file).child("model"));
  }

  /// The graph that it names, if that is there.
  ///
  /// @throws ModelLoadException when the name leads out of the folder
  Optional<Path> graph() throws ModelLoadException {
    var name = model.child("decoder").string("filename");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    var folder = file.resolveSibling("").toAbsolutePath().normalize();
    try {
      var named = folder.resolve(name.get()).normalize();
      if (!named.startsWith(folder)) {
        throw new ModelLoadException(
            file,
            "it names a graph outside the model's folder (" + name.get() + ").",
            "Kelvin does not follow such paths: put the graph beside this file.");
      }
      var found = file.resolveSibling(folder.relativize(named));
      return Optional.of(found).filter(Files::isRegularFile);
    } catch (InvalidPathException e) {
      throw new ModelLoadException(
          file, "it names a graph by what is no file name.", "Export the model again.", e);
    }
  }
}
