package kelvin.inference;

import java.nio.file.Path;

/// Opens a model folder.
@FunctionalInterface
public interface ModelLoader {

  /// @param folder in the layout of a Hugging Face export
  /// @throws ModelLoadException when it cannot be used, with file, reason and remedy
  /// @throws CancelledException when cancelled
  LoadedModel load(Path folder, Cancellation cancellation) throws ModelLoadException;
}
