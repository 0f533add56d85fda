package kelvin.huggingface;

/// Thrown for a tokenizer file that cannot be right. The message is a clause for the user.
final class DamagedTokenizerException extends RuntimeException {

  private static final long serialVersionUID = 1;

  DamagedTokenizerException(String reason) {
    super(reason);
  }
}
