package kelvin.remote.http;

import java.time.Duration;
import kelvin.inference.InferenceException;
import org.jspecify.annotations.Nullable;

/// Thrown when a server cannot answer, or answers what its protocol does not allow. Names the host,
/// the reason and a remedy.
public final class ServerException extends InferenceException {

  private static final long serialVersionUID = 1;

  private final String reason;
  private final String remedy;
  private final boolean passing;
  private final boolean refusal;
  private final Duration pause;

  private ServerException(
      String reason,
      String remedy,
      boolean passing,
      boolean refusal,
      Duration pause,
      @Nullable Throwable cause) {
    super(reason + " " + remedy, cause);
    this.reason = reason;
    this.remedy = remedy;
    this.passing = passing;
    this.refusal = refusal;
    this.pause = pause;
  }

  /// A failure that another try would meet again.
  ///
  /// @param reason one sentence
  /// @param remedy one sentence: what the user can do
  public static ServerException lasting(String reason, String remedy) {
    return new ServerException(reason, remedy, false, false, Duration.ZERO, null);
  }

  /// The server's refusal of what was asked.
  static ServerException refusal(String reason, String remedy) {
    return new ServerException(reason, remedy, false, true, Duration.ZERO, null);
  }

  /// A failure that may be gone at the next try.
  static ServerException passing(String reason, String remedy, @Nullable Throwable cause) {
    return new ServerException(reason, remedy, true, false, Duration.ZERO, cause);
  }

  /// A failure that may be gone after a pause.
  static ServerException passingAfter(Duration pause, String reason, String remedy) {
    return new ServerException(reason, remedy, true, false, pause, null);
  }

  /// The wait before another try that the server asks for; zero if it asks for none.
  Duration pause() {
    return pause;
  }

  /// True if the server understood the question and refuses it.
  public boolean isRefusal() {
    return refusal;
  }

  public String reason() {
    return reason;
  }

  public String remedy() {
    return remedy;
  }

  /// True if another try may succeed.
  boolean isPassing() {
    return passing;
  }
}
