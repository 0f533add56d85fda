package kelvin.cli;

import kelvin.text.TokenStream;
import kelvin.text.Vocabulary;

/// The text of generated tokens as it grows. Special tokens are no text.
final class GeneratedText {

  private final Vocabulary vocabulary;
  private final TokenStream stream = new TokenStream();
  private final StringBuilder whole = new StringBuilder();

  GeneratedText(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /// What the token completes; may be empty.
  String accept(int tokenId) {
    return vocabulary.isSpecial(tokenId) ? "" : keep(stream.accept(vocabulary.bytes(tokenId)));
  }

  /// What a character that was never completed leaves.
  String finish() {
    return keep(stream.finish());
  }

  String whole() {
    return whole.toString();
  }

  private String keep(String piece) {
    whole.append(piece);
    return piece;
  }
}
