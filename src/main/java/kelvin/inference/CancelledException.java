package kelvin.inference;

/// The work was cancelled: not a failure, and nothing to show.
public final class CancelledException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public CancelledException() {
    super("cancelled");
  }
}
