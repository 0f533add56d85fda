package kelvin.inference;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.OptionalInt;
import kelvin.text.Vocabulary;

/// Text to token ids and back. Safe to use from several threads.
public interface Tokenizer extends AutoCloseable {

  /// The tokens of `text`, without any that the tokenizer would add.
  ///
  /// @throws InferenceException when there is no way from text to tokens
  List<EncodedToken> encode(String text);

  /// The bytes of the text that these tokens are from its start on; those of `encode` give the
  /// text's own bytes, but where `warnings` say that it cannot be.
  default byte[] decode(List<Integer> ids) {
    var bytes = new ByteArrayOutputStream();
    ids.forEach(id -> bytes.writeBytes(vocabulary().bytes(id)));
    return bytes.toByteArray();
  }

  /// The ids that the tokenizer puts before every text, such as a start token; often none.
  List<Integer> startTokens();

  /// The start token that the model's files name, whether the tokenizer adds it or not.
  default OptionalInt namedStartToken() {
    return OptionalInt.empty();
  }

  /// Ids that end a text, as far as the tokenizer's own files say.
  default List<Integer> endOfTextIds() {
    return List.of();
  }

  /// What the tokenizer does to some texts that a user should know. Sentences.
  default List<String> warnings() {
    return List.of();
  }

  Vocabulary vocabulary();

  @Override
  void close();
}
