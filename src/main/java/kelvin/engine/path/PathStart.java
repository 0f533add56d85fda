package kelvin.engine.path;

import java.util.List;
import kelvin.engine.Context;
import kelvin.inference.LoadedModel;
import kelvin.inference.StartToken;

/// The text from which paths go on: a prompt and tokens after it.
///
/// @param tokens the ids after the prompt; they belong to the model that is asked
public record PathStart(String prompt, StartToken startToken, List<Integer> tokens) {

  public PathStart {
    tokens = List.copyOf(tokens);
  }

  /// All tokens for a model, the start token included.
  ///
  /// @throws kelvin.inference.InferenceException when there is no token at all
  public Context in(LoadedModel model) {
    return Context.ofText(model.tokenizer(), prompt, tokens, startToken);
  }
}
