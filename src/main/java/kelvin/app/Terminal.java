package kelvin.app;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Finds out whether standard output and standard error lead to a terminal. The JDK tells it only
/// of output and input together, so that a message behind `| head` would look like one in a file.
final class Terminal {

  private static final int TYPE = 0_170_000;
  private static final int CHARACTER_DEVICE = 0_020_000;

  private Terminal() {}

  /// Returns whether it may be a terminal. `/dev/null` is a device, too, and reads nothing.
  ///
  /// @param descriptor 1 for standard output, 2 for standard error
  static boolean isAt(int descriptor) {
    if (isWindows()) {
      // Nothing tells of standard error, and a message in a file loses little.
      return descriptor == 2 || console().isPresent();
    }
    try {
      int mode = (int) Files.getAttribute(Path.of("/dev/fd/" + descriptor), "unix:mode");
      return (mode & TYPE) == CHARACTER_DEVICE;
    } catch (IOException | UnsupportedOperationException _) {
      return console().isPresent();
    }
  }

  /// The code page of a terminal of Windows. Everything else reads UTF-8, whatever the locale.
  static Optional<Charset> codePage() {
    return isWindows() ? console().map(Console::charset) : Optional.empty();
  }

  private static Optional<Console> console() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal);
  }

  private static boolean isWindows() {
    return System.getProperty("os.name", "").startsWith("Windows");
  }
}
