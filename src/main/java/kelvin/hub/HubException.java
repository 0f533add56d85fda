package kelvin.hub;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Thrown when a hub, the network or the disk gives no model. Says the reason and a remedy, both
/// for users.
public final class HubException extends Exception {

  private static final long serialVersionUID = 1;

  private final Kind kind;
  private final String reason;
  private final String remedy;
  private final transient @Nullable Duration wait;

  /// The kinds of failures, by what helps against them.
  public enum Kind {
    /// The network or the server may be better in a moment.
    PASSING,

    /// The bytes are not those that the hub lists.
    DAMAGED,

    /// Asking again gives the same answer.
    LASTING
  }

  private HubException(
      Kind kind, String reason, String remedy, @Nullable Duration wait, @Nullable Throwable cause) {
    super(reason + " " + remedy, cause);
    this.kind = kind;
    this.reason = reason;
    this.remedy = remedy;
    this.wait = wait;
  }

  /// @param reason one sentence
  /// @param remedy one sentence: what the user can do
  public static HubException lasting(String reason, String remedy) {
    return new HubException(Kind.LASTING, reason, remedy, null, null);
  }

  /// A failure with a cause for developers.
  public static HubException lasting(String reason, String remedy, Throwable cause) {
    return new HubException(Kind.LASTING, reason, remedy, null, cause);
  }

  /// A failure that may be gone in a moment.
  public static HubException passing(String reason, String remedy, @Nullable Throwable cause) {
    return new HubException(Kind.PASSING, reason, remedy, null, cause);
  }

  /// A failure that is gone after the time that the hub asks for.
  public static HubException passingAfter(Duration wait, String reason, String remedy) {
    return new HubException(Kind.PASSING, reason, remedy, wait, null);
  }

  /// Bytes that are not those that the hub lists.
  public static HubException damaged(String reason, String remedy) {
    return new HubException(Kind.DAMAGED, reason, remedy, null, null);
  }

  public Kind kind() {
    return kind;
  }

  public String reason() {
    return reason;
  }

  public String remedy() {
    return remedy;
  }

  /// The time that the hub asks to wait, if it says one.
  public Optional<Duration> asksToWait() {
    return Optional.ofNullable(wait);
  }
}
