package kelvin.hub.transfer;

import java.time.Duration;

/// Writes how long a transfer still takes, in two units at most.
final class TimeLeft {

  private TimeLeft() {}

  /// Such as `40 s left`, `3 min 20 s left` or `2 h 5 min left`.
  static String of(Duration left) {
    long seconds = Math.max(1, left.toSeconds());
    if (seconds < 60) {
      return seconds + " s left";
    }
    return seconds < 3600
        ? seconds / 60 + " min " + seconds % 60 + " s left"
        : seconds / 3600 + " h " + seconds % 3600 / 60 + " min left";
  }
}
