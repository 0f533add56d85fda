package kelvin.hub.transfer;

import java.time.Duration;
import java.util.Optional;
import kelvin.hub.Bytes;

/// The state of a transfer at one moment.
///
/// @param phase what happens now
/// @param path the file that is worked on
/// @param done bytes of all files that are here, those that were here before included
/// @param total bytes of all files
/// @param rate bytes a second during the last seconds; 0 if not known yet
/// @param pause how long the wait before the next try is; empty in other phases
public record Progress(
    Phase phase, String path, long done, long total, double rate, Optional<Duration> pause) {

  /// The things that a transfer does.
  public enum Phase {
    /// Looks at files that were here before.
    LOOKING,

    /// Bytes come.
    FETCHING,

    /// Computes the checksum of a file.
    CHECKING,

    /// Waits after a failure.
    WAITING,

    /// Another process fetches the same file.
    LOCKED
  }

  /// The time that is left at the present rate, if that is known.
  public Optional<Duration> timeLeft() {
    return rate > 0 && phase == Phase.FETCHING
        ? Optional.of(Duration.ofSeconds((long) Math.ceil((total - done) / rate)))
        : Optional.empty();
  }

  /// A sentence for people: how much is here, how fast it comes, how long it still takes.
  public String sentence() {
    var size = Bytes.of(done) + " of " + Bytes.of(total);
    return switch (phase) {
      case LOOKING -> "checks what is here already: " + path;
      case FETCHING ->
          size
              + (rate > 0 ? ", " + Bytes.of(Math.round(rate)) + "/s" : "")
              + timeLeft().map(left -> ", " + TimeLeft.of(left)).orElse("")
              + ": "
              + path;
      case CHECKING -> size + ", checks the bytes of " + path;
      case WAITING ->
          size
              + ", "
              + pause
                  .map(each -> "waits " + Math.max(1, each.toSeconds()) + " s and tries again: ")
                  .orElse("")
              + path;
      case LOCKED -> size + ", waits: another program fetches " + path;
    };
  }

  /// The share of all bytes that is here, from 0 to 1.
  public double share() {
    return total == 0 ? 1 : (double) done / total;
  }
}
