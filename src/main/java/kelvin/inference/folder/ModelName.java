package kelvin.inference.folder;

import java.nio.file.Path;

/// Names models for people.
public final class ModelName {

  private ModelName() {}

  /// The name of one export of a model, such as `gpt2/model_int8.onnx`.
  ///
  /// @param model the name of its folder
  public static String ofExport(String model, Path graph) {
    return model + "/" + graph.getFileName();
  }

  /// The name of a model's folder. A folder in the hub's cache is named by a commit, so there it is
  /// the name of the repository without its owner.
  public static String of(Path folder) {
    var absolute = folder.toAbsolutePath().normalize();
    var last = absolute.getFileName();
    return HubSnapshot.of(absolute)
        .map(HubSnapshot::name)
        .orElse(last == null ? folder.toString() : last.toString());
  }
}
