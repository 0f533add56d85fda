package kelvin.experiment;

import java.util.List;
import java.util.Optional;
import kelvin.distribution.InvalidLogitsException;
import kelvin.engine.Context;
import kelvin.engine.Predictor;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import kelvin.inference.StartToken;

/// Finds the most probable token after a prompt.
final class TopToken {

  private TopToken() {}

  /// The text of the most probable token. Empty if the model cannot predict one, as when the prompt
  /// exceeds the context.
  ///
  /// @throws kelvin.inference.CancelledException when cancelled
  static Optional<String> after(
      String prompt, StartToken start, LoadedModel model, Cancellation cancellation) {
    try {
      var context = Context.ofText(model.tokenizer(), prompt, List.of(), start);
      var logits = new Predictor(model).predict(context, cancellation).logits();
      return Optional.of(model.tokenizer().vocabulary().text(logits.tokenAtRank(1)));
    } catch (InferenceException | InvalidLogitsException _) {
      return Optional.empty();
    }
  }
}
