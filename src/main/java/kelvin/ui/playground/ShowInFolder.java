package kelvin.ui.playground;

import java.nio.file.Path;
import java.util.function.Consumer;

/// Shows a file in its folder, in the file manager of the desktop.
@FunctionalInterface
public interface ShowInFolder {

  /// @param onProblem gets the reason on any thread if the file manager does not start, as a clause
  ///     without a full stop
  void show(Path file, Consumer<String> onProblem);
}
