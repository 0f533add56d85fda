package kelvin.ui.model.beside;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import kelvin.inference.folder.ModelName;

/// The folder of a model, or one `.onnx` file in it.
public final class ModelPlace {

  private static final String ONNX = ".onnx";

  private ModelPlace() {}

  /// The path that a session names. A name that this machine cannot have stands for a folder that
  /// is not there.
  public static Path of(String text) {
    try {
      return Path.of(text).toAbsolutePath().normalize();
    } catch (InvalidPathException _) {
      return Path.of(text.replaceAll("[^\\p{L}\\p{N}]", "_")).toAbsolutePath();
    }
  }

  /// The name of a folder, or of a file with that of its model.
  public static String name(Path place) {
    var file = place.getFileName();
    if (file == null || !file.toString().endsWith(ONNX)) {
      return ModelName.of(place);
    }
    return ModelName.ofExport(ModelName.of(folder(place)), place);
  }

  /// The model's folder.
  public static Path folder(Path place) {
    var file = place.getFileName();
    var parent = place.getParent();
    if (file == null || parent == null || !file.toString().endsWith(ONNX)) {
      return place;
    }
    var above = parent.getParent();
    return parent.endsWith("onnx") && above != null ? above : parent;
  }

  /// True if a model was opened from there before.
  ///
  /// @param folders from which models were opened
  public static boolean isKnown(Path place, Collection<Path> folders) {
    var folder = folder(place);
    return folders.stream()
        .map(Path::toAbsolutePath)
        .map(Path::normalize)
        .anyMatch(known -> known.equals(folder) || known.equals(place));
  }
}
