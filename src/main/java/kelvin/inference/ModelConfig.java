package kelvin.inference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// The facts in a model folder's JSON files. Any of them may be missing.
///
/// @param architecture the class in `config.json`, such as `LlamaForCausalLM`, or else the type of
///     the model, such as `llama`
/// @param contextLength the maximum number of tokens in the context
/// @param keyValueHeads the number of heads of the KV cache; fewer than attention heads if
///     grouped
/// @param headDimension the width of one head
/// @param endOfTextIds ids that end a text
/// @param usualNames the usual names of inputs and outputs, by the names in this graph where they
///     differ; `%d` is the number of a layer
/// @param encoder whether the folder describes an encoder; then only a proof at length shows that
///     the graph is causal
/// @param tiedWeights the number of weights that the embedding and the output layer share; empty if
///     they share none
public record ModelConfig(
    Optional<String> architecture,
    OptionalInt contextLength,
    OptionalInt vocabularySize,
    OptionalInt keyValueHeads,
    OptionalInt headDimension,
    List<Integer> endOfTextIds,
    Map<String, String> usualNames,
    boolean encoder,
    OptionalLong tiedWeights) {

  public ModelConfig {
    endOfTextIds = List.copyOf(endOfTextIds);
    usualNames = Map.copyOf(usualNames);
  }

  /// The same with another length of the context.
  public ModelConfig withContextLength(OptionalInt length) {
    return new ModelConfig(
        architecture,
        length,
        vocabularySize,
        keyValueHeads,
        headDimension,
        endOfTextIds,
        usualNames,
        encoder,
        tiedWeights);
  }

  /// Adds token ids that end a text.
  public ModelConfig withEndOfText(List<Integer> ids) {
    var all = new LinkedHashSet<>(endOfTextIds);
    all.addAll(ids);
    return new ModelConfig(
        architecture,
        contextLength,
        vocabularySize,
        keyValueHeads,
        headDimension,
        new ArrayList<>(all),
        usualNames,
        encoder,
        tiedWeights);
  }
}
