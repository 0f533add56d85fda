package kelvin.engine.label;

import java.util.List;
import java.util.OptionalInt;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;

/// Measures how a prompt and its labels fit into a model's context, without a run.
///
/// @param tokens the number of tokens of the prompt with its longest label, start tokens included
/// @param contextLength the maximum number of tokens of the model, if known
/// @param labelTokens the number of scored tokens of each label in its first spelling
public record LabelFit(
    int tokens, OptionalInt contextLength, TokenBoundary boundary, List<Integer> labelTokens) {

  public LabelFit {
    labelTokens = List.copyOf(labelTokens);
  }

  /// @throws kelvin.inference.InferenceException when the labels cannot be scored at all
  public static LabelFit of(LoadedModel model, LabelQuestion question) {
    var encoded =
        EncodedQuestion.of(model.tokenizer(), question, OptionalInt.empty(), new Cancellation());
    var lengths = encoded.ids().stream().flatMap(List::stream).map(List::size);
    int from = encoded.boundary().scoredFrom();
    return new LabelFit(
        lengths.mapToInt(Integer::intValue).max().orElse(0),
        model.descriptor().contextLength(),
        encoded.boundary(),
        encoded.ids().stream().map(spelled -> spelled.getFirst().size() - from).toList());
  }

  /// Returns whether the prompt fits together with its longest label.
  public boolean fits() {
    return tokens <= contextLength.orElse(Integer.MAX_VALUE);
  }
}
