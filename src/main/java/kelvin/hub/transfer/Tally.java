package kelvin.hub.transfer;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Adds up what has come and tells how far the transfer is.
final class Tally {

  private final Consumer<Progress> listener;
  private final RateMeter meter;

  /// The bytes of the files that are whole.
  private long whole;

  /// The bytes of the file that is worked on.
  private long part;

  private long total;
  private String path = "";

  Tally(Consumer<Progress> listener, LongSupplier nanos) {
    this.listener = listener;
    meter = new RateMeter(nanos);
  }

  /// The sum of all sizes, which changes when the graph has said what it needs.
  void expect(long bytes) {
    total = bytes;
  }

  /// Begins with a file, of which some bytes may be here.
  void begin(String file, long bytes) {
    path = file;
    part = bytes;
  }

  /// The file that is worked on has this many bytes now, because the transfer of it begins anew.
  void restart(long bytes) {
    part = bytes;
  }

  void add(long bytes) {
    part += bytes;
    meter.add(bytes);
    tell(Progress.Phase.FETCHING);
  }

  void finish(long size) {
    whole += size;
    part = 0;
  }

  void tell(Progress.Phase phase) {
    listener.accept(new Progress(phase, path, whole + part, total, meter.rate(), Optional.empty()));
  }

  void tellWait(Duration wait) {
    listener.accept(
        new Progress(Progress.Phase.WAITING, path, whole + part, total, 0, Optional.of(wait)));
    meter.restart();
  }
}
