package kelvin.inference;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.OptionalInt;
import kelvin.text.Vocabulary;

/// Converts text to token ids and back. Thread-safe.
public interface Tokenizer extends AutoCloseable {

  /// Encodes `text`, without the tokens that the tokenizer would add.
  ///
  /// @throws InferenceException if text cannot be encoded
  List<EncodedToken> encode(String text);

  /// Encodes `text` for a caller that may be cancelled meanwhile and then goes on at once.
  ///
  /// @throws InferenceException if text cannot be encoded
  /// @throws CancelledException when cancelled
  default List<EncodedToken> encode(String text, Cancellation cancellation) {
    cancellation.throwIfCancelled();
    return encode(text);
  }

  /// Decodes tokens at the start of a text to bytes. Decoding the result of `encode` gives the
  /// same text, unless `warnings` say otherwise.
  default byte[] decode(List<Integer> ids) {
    var bytes = new ByteArrayOutputStream();
    ids.forEach(id -> bytes.writeBytes(vocabulary().bytes(id)));
    return bytes.toByteArray();
  }

  /// The ids that the tokenizer inserts before every text, such as a start token; often empty.
  List<Integer> startTokens();

  /// The start token named in the model's files, even if the tokenizer does not add it.
  default OptionalInt namedStartToken() {
    return OptionalInt.empty();
  }

  /// The ids that end a text, according to the tokenizer's files.
  default List<Integer> endOfTextIds() {
    return List.of();
  }

  /// Warnings for the user about texts that the tokenizer changes, each a sentence.
  default List<String> warnings() {
    return List.of();
  }

  Vocabulary vocabulary();

  @Override
  void close();
}
