package kelvin.engine.inside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/// Reads how much memory the machine can still give to a program.
final class FreeMemory {

  private static final Path LINUX = Path.of("/proc/meminfo");
  private static final String AVAILABLE = "MemAvailable:";

  private FreeMemory() {}

  /// In bytes; empty where the system does not say it, as other systems than Linux count pages of
  /// files as used.
  static OptionalLong now() {
    return in(LINUX);
  }

  /// @param meminfo in the format of Linux, with numbers of 1,024 bytes
  static OptionalLong in(Path meminfo) {
    try {
      return Files.readAllLines(meminfo).stream()
          .filter(line -> line.startsWith(AVAILABLE))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst();
    } catch (IOException | NumberFormatException _) {
      return OptionalLong.empty();
    }
  }
}
