package kelvin.engine.label;

import java.util.List;
import java.util.OptionalInt;
import kelvin.inference.LoadedModel;

/// How a prompt and its labels fit a model, found out without running it.
///
/// @param tokens of the prompt with its longest label, start tokens included
/// @param contextLength the most tokens that the model sees, where that is known
/// @param labelTokens how many tokens of each label are scored
public record LabelFit(
    int tokens, OptionalInt contextLength, TokenBoundary boundary, List<Integer> labelTokens) {

  public LabelFit {
    labelTokens = List.copyOf(labelTokens);
  }

  /// @throws kelvin.inference.InferenceException when the labels cannot be scored at all
  public static LabelFit of(LoadedModel model, LabelQuestion question) {
    var encoded = EncodedQuestion.of(model.tokenizer(), question, OptionalInt.empty());
    var lengths = encoded.ids().stream().map(List::size).toList();
    int from = encoded.boundary().scoredFrom();
    return new LabelFit(
        lengths.stream().mapToInt(Integer::intValue).max().orElse(0),
        model.descriptor().contextLength(),
        encoded.boundary(),
        lengths.stream().map(length -> length - from).toList());
  }

  /// Whether the longest label fits behind the prompt.
  public boolean fits() {
    return tokens <= contextLength.orElse(Integer.MAX_VALUE);
  }
}
