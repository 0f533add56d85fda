package kelvin.opening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much memory a process has, on systems that tell it in a file.
final class ProcessMemory {

  private static final String LINE = "VmRSS:";

  private ProcessMemory() {}

  /// 0 where it is not known.
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
