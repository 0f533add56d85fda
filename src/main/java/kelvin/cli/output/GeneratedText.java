package kelvin.cli.output;

import kelvin.text.TokenStream;
import kelvin.text.Vocabulary;

/// The text of generated tokens as it grows. Special tokens are no text.
public final class GeneratedText {

  private final Vocabulary vocabulary;
  private final TokenStream stream = new TokenStream();
  private final StringBuilder whole = new StringBuilder();

  public GeneratedText(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /// Returns the characters that the token completes; may be empty.
  public String accept(int tokenId) {
    return vocabulary.isSpecial(tokenId) ? "" : keep(stream.accept(vocabulary.bytes(tokenId)));
  }

  /// Returns the remains of a character that was never completed.
  public String finish() {
    return keep(stream.finish());
  }

  public String whole() {
    return whole.toString();
  }

  private String keep(String piece) {
    whole.append(piece);
    return piece;
  }
}
