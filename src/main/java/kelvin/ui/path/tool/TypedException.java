package kelvin.ui.path.tool;

/// Says in a sentence for the user what is wrong with what was typed.
final class TypedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TypedException(String sentence) {
    super(sentence);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
