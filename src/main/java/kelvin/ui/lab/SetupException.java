package kelvin.ui.lab;

/// Signals that the form describes no sweep; the message is a sentence for the user.
public final class SetupException extends Exception {

  private static final long serialVersionUID = 1;

  public SetupException(String sentence) {
    super(sentence);
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
