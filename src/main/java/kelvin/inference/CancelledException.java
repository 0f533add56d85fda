package kelvin.inference;

/// Thrown when work was cancelled. This is not a failure, and there is nothing to show.
public final class CancelledException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public CancelledException() {
    super("cancelled");
  }
}
