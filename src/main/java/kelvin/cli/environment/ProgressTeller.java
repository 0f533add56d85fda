package kelvin.cli.environment;

import java.util.Locale;

/// Tells how far a long command is, on standard error: about once a second, on a terminal or to who
/// asked for it.
public final class ProgressTeller {

  private static final long NANOS_BETWEEN = 1_000_000_000;

  private final StandardStreams streams;
  private final boolean asked;
  private long last = System.nanoTime();

  /// @param asked whether it is told also where standard error is no terminal
  public ProgressTeller(StandardStreams streams, boolean asked) {
    this.streams = streams;
    this.asked = asked;
  }

  /// @param isEnd true at the end of a phase, which is always told to who asked for progress
  public void tell(boolean isEnd, String message) {
    long now = System.nanoTime();
    boolean isRead = asked || streams.messagesAreOnTerminal();
    if (isRead && (now - last >= NANOS_BETWEEN || (asked && isEnd))) {
      last = now;
      streams.err().println(message);
      streams.err().flush();
    }
  }

  /// @param secondsLeft NaN if it is not known
  public void tell(int done, int total, String words, double secondsLeft) {
    var left =
        Double.isNaN(secondsLeft)
            ? ""
            : String.format(Locale.ROOT, ", about %.0f s left", secondsLeft);
    tell(done == total, String.format(Locale.ROOT, "%,d of %,d %s%s", done, total, words, left));
  }
}
