package kelvin.opening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads the memory use of a process, on systems that report it in a file.
final class ProcessMemory {

  private static final String LINE = "VmRSS:";

  private ProcessMemory() {}

  /// The resident memory; 0 where unknown.
  static long residentBytes(long pid) {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith(LINE))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .findFirst()
          .orElse(0);
    } catch (IOException | RuntimeException _) {
      return 0;
    }
  }
}
