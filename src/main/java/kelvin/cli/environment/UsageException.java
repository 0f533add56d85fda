package kelvin.cli.environment;

/// Arguments that make no sense. The message is for the user.
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public UsageException(String message) {
    super(message);
  }

  public UsageException(IllegalArgumentException cause) {
    super(cause.getMessage(), cause);
  }
}
