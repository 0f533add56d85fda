package kelvin.inference;

import java.util.List;
import kelvin.text.Vocabulary;

/// In place of the tokenizer that a model folder does not have: every token's text is its id, and
/// no text becomes tokens.
public final class IdsOnly implements Tokenizer {

  private final Vocabulary vocabulary;

  /// @param size how many ids the model has
  public IdsOnly(int size) {
    vocabulary = Vocabulary.ofIds(size);
  }

  @Override
  public List<EncodedToken> encode(String text) {
    throw new InferenceException(
        "This model's folder has no tokenizer, so text cannot become tokens: put its"
            + " tokenizer.json there, or give token ids.");
  }

  @Override
  public List<Integer> startTokens() {
    return List.of();
  }

  @Override
  public List<String> warnings() {
    return List.of("There is no tokenizer: prompts are token ids, and so are the tokens shown.");
  }

  @Override
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  @Override
  public void close() {}
}
