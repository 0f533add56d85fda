package kelvin.opening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Measures the greatest resident memory of this process since a moment, on Linux; 0 elsewhere.
final class PeakMemory {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path CLEAR = Path.of("/proc/self/clear_refs");
  private static final String LINE = "VmHWM:";

  /// The word that `clear_refs` takes to make the present memory the greatest.
  private static final String FORGET = "5";

  private PeakMemory() {}

  /// Begins anew with the present memory.
  static void begin() throws IOException {
    if (Files.exists(CLEAR)) {
      Files.writeString(CLEAR, FORGET);
    }
  }

  static long bytes() throws IOException {
    if (!Files.exists(STATUS)) {
      return 0;
    }
    try (var lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(LINE))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .sum();
    }
  }
}
