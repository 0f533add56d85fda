package kelvin.inference;

import java.nio.file.Path;
import java.util.function.Consumer;

/// Opens a model folder.
@FunctionalInterface
public interface ModelLoader {

  /// @param folder in the layout of a Hugging Face export
  /// @throws ModelLoadException when it cannot be used, with file, reason and remedy
  /// @throws CancelledException when cancelled
  LoadedModel load(Path folder, Cancellation cancellation) throws ModelLoadException;

  /// The same, and tells what is going on.
  ///
  /// @param progress called in the loading thread at the begin of each phase
  default LoadedModel load(Path folder, Cancellation cancellation, Consumer<LoadPhase> progress)
      throws ModelLoadException {
    return load(folder, cancellation);
  }
}
