package kelvin.inference.report;

import java.util.List;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelDescriptor;
import kelvin.text.Vocabulary;

/// Everything that a report of a model is made from.
///
/// @param startTokens the ids that the tokenizer puts before every text
public record ModelFacts(
    ModelDescriptor descriptor, Vocabulary vocabulary, List<Integer> startTokens) {

  public ModelFacts {
    startTokens = List.copyOf(startTokens);
  }

  public static ModelFacts of(LoadedModel loaded) {
    var tokenizer = loaded.tokenizer();
    return new ModelFacts(loaded.descriptor(), tokenizer.vocabulary(), tokenizer.startTokens());
  }

  /// The same facts after a proof of the model.
  public ModelFacts with(ModelDescriptor proved) {
    return new ModelFacts(proved, vocabulary, startTokens);
  }
}
