package kelvin.workspace.record;

import java.util.List;
import kelvin.inference.EncodedToken;
import kelvin.inference.InferenceException;
import kelvin.inference.Tokenizer;
import kelvin.text.Vocabulary;

/// The tokens of a record. It encodes the text of the record and no other one.
final class RecordedTokenizer implements Tokenizer {

  private final Vocabulary vocabulary;
  private final RecordedText text;

  RecordedTokenizer(Vocabulary vocabulary, RecordedText text) {
    this.vocabulary = vocabulary;
    this.text = text;
  }

  @Override
  public List<EncodedToken> encode(String wanted) {
    return text.find(wanted)
        .orElseThrow(
            () ->
                new InferenceException(
                    "This is a record, and it has the tokens of its own text alone. Undo goes back"
                        + " to it; open a model for another text."));
  }

  @Override
  public List<Integer> startTokens() {
    return text.startTokens();
  }

  @Override
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  @Override
  public void close() {
    // The file belongs to the model.
  }
}
