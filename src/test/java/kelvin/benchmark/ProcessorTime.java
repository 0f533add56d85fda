package kelvin.benchmark;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/// The processor time of this process, of all its threads.
final class ProcessorTime {

  private ProcessorTime() {}

  static long nanos() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(Duration::toNanos)
        .orElseGet(() -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
  }
}
