package kelvin.huggingface;

/// Thrown for a tokenizer that would end the process or take all of its memory, at once or at a
/// text that comes later.
final class UnusableTokenizerException extends Exception {

  private static final long serialVersionUID = 1;

  /// @param reason the end of a sentence that begins with “the tokenizer”
  UnusableTokenizerException(String reason) {
    super(reason);
  }
}
