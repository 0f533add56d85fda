package kelvin.ui.lab;

/// A sweep cannot be made of what is filled in; the message is a sentence for the user.
final class SetupException extends Exception {

  private static final long serialVersionUID = 1;

  SetupException(String sentence) {
    super(sentence);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
