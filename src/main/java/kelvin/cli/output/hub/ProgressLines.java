package kelvin.cli.output.hub;

import java.util.function.LongSupplier;
import kelvin.cli.environment.StandardStreams;
import kelvin.hub.Bytes;
import kelvin.hub.FetchPlan;
import kelvin.hub.transfer.Progress;

/// Tells on a terminal how far a transfer is, a line every few seconds. Files and pipes get no such
/// lines.
public final class ProgressLines {

  private static final long INTERVAL_NANOS = 3_000_000_000L;

  private final StandardStreams streams;
  private final LongSupplier nanos;
  private long next;
  private String lastOther = "";

  /// @param nanos a clock, as `System.nanoTime`
  public ProgressLines(StandardStreams streams, LongSupplier nanos) {
    this.streams = streams;
    this.nanos = nanos;
    next = nanos.getAsLong() + INTERVAL_NANOS;
  }

  /// Says what is about to come.
  public void begin(FetchPlan plan) {
    say(
        plan.listing().id()
            + ", "
            + plan.choice().precision()
            + ": "
            + plan.files().size()
            + " files, "
            + Bytes.of(plan.bytes())
            + ". Ctrl+C stops; the same command goes on later.");
  }

  /// Says where the rest will come from.
  public void stopped() {
    say("stopped; what has come is kept, and the same command goes on from there.");
  }

  public void take(Progress progress) {
    if (progress.phase() == Progress.Phase.FETCHING) {
      if (nanos.getAsLong() - next >= 0) {
        next = nanos.getAsLong() + INTERVAL_NANOS;
        say(progress.sentence());
      }
      lastOther = "";
    } else if (isNews(progress) && !progress.sentence().equals(lastOther)) {
      lastOther = progress.sentence();
      say(lastOther);
    }
  }

  /// Checks of small files are too short to be told.
  private static boolean isNews(Progress progress) {
    return progress.phase() == Progress.Phase.WAITING || progress.phase() == Progress.Phase.LOCKED;
  }

  private void say(String line) {
    if (streams.messagesAreOnTerminal()) {
      streams.err().println("kelvin: " + line);
      streams.err().flush();
    }
  }
}
