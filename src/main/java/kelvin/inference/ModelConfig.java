package kelvin.inference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What a model folder's JSON files say about the model. All of it may be missing.
///
/// @param architecture as in `config.json`, such as `LlamaForCausalLM`
/// @param contextLength the most tokens the model can see
/// @param keyValueHeads heads of the KV cache, fewer than attention heads when grouped
/// @param headDimension width of one head
/// @param endOfTextIds ids that end a text
/// @param usualNames of inputs and outputs that the graph calls otherwise, by what it calls them;
///     `%d` stands for the number of a layer
public record ModelConfig(
    Optional<String> architecture,
    OptionalInt contextLength,
    OptionalInt vocabularySize,
    OptionalInt keyValueHeads,
    OptionalInt headDimension,
    List<Integer> endOfTextIds,
    Map<String, String> usualNames) {

  public ModelConfig {
    endOfTextIds = List.copyOf(endOfTextIds);
    usualNames = Map.copyOf(usualNames);
  }

  /// The same with further ids that end a text.
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
        usualNames);
  }
}
