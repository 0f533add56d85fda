package kelvin.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The folder for temporary files: ONNX Runtime makes one of its own there at each start, and ends
/// with a trace where it cannot.
final class TemporaryFolder {

  private TemporaryFolder() {}

  /// The JVM fixes the folder when it starts, so the launcher chooses it; where that found none,
  /// this is why nothing works, in a sentence for the user.
  static Optional<String> obstacle() {
    var folder = Path.of(System.getProperty("java.io.tmpdir", "."));
    return Files.isWritable(folder)
        ? Optional.empty()
        : Optional.of(
            "Kelvin needs room for temporary files, and "
                + folder
                + " cannot be written to; set TMPDIR to a folder that can.");
  }
}
