package kelvin.ui.lab;

/// Signals that the form describes no sweep; the message is a sentence for the user.
final class SetupException extends Exception {

  private static final long serialVersionUID = 1;

  SetupException(String sentence) {
    super(sentence);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
