package kelvin.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Checks the folder for temporary files. ONNX Runtime creates a folder of its own there at each
/// start, and fails with a stack trace where it cannot.
final class TemporaryFolder {

  private TemporaryFolder() {}

  /// The reason why the folder cannot be used, in a sentence for the user. The JVM fixes the folder
  /// when it starts, so the launcher chooses it and may find none.
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
