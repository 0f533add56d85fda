package kelvin.inference;

import java.util.List;
import kelvin.text.Vocabulary;

/// Replaces the tokenizer of a model folder that has none: the text of each token is its id, and
/// text cannot be encoded.
public final class IdsOnly implements Tokenizer {

  private final Vocabulary vocabulary;

  /// @param size the number of token ids of the model
  public IdsOnly(int size) {
    vocabulary = Vocabulary.ofIds(size);
  }

  @Override
  public List<EncodedToken> encode(String text) {
    throw new InferenceException(
        "This model's folder has no tokenizer, so text cannot be encoded: add "
            + "its tokenizer.json, or give token ids.");
  }

  @Override
  public List<Integer> startTokens() {
    return List.of();
  }

  @Override
  public List<String> warnings() {
    return List.of(
        "There is no tokenizer: prompts are given, and tokens shown, as token " + "ids.");
  }

  @Override
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  @Override
  public void close() {}
}
