package kelvin.ui.figure;

/// Reports that a figure does not fit its size. The message is for the user and has no full stop.
public final class FigureSizeException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  FigureSizeException(String message) {
    super(message);
  }
}
