package kelvin.inference;

import java.util.List;
import kelvin.text.Vocabulary;

/// Text to token ids and back. Safe to use from several threads.
public interface Tokenizer extends AutoCloseable {

  /// The tokens of `text`, without any that the tokenizer would add.
  List<EncodedToken> encode(String text);

  /// The ids that the tokenizer puts before every text, such as a start token; often none.
  List<Integer> startTokens();

  Vocabulary vocabulary();

  @Override
  void close();
}
