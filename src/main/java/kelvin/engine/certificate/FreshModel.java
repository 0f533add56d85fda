package kelvin.engine.certificate;

import kelvin.inference.Cancellation;
import kelvin.inference.LanguageModel;

/// Lets a model run a text as if it had run nothing before.
///
/// A model keeps the states of the common beginning of two texts. Those may come from runs of other
/// lengths, whose last digits differ.
final class FreshModel {

  private FreshModel() {}

  /// Makes the model forget all states of texts that begin with a token, by a run of another one.
  static void forget(LanguageModel model, int firstToken, Cancellation cancellation) {
    if (model.descriptor().logitCount() > 1) {
      model.run(new int[] {firstToken == 0 ? 1 : 0}, 0, (_, _) -> {}, cancellation);
    }
  }
}
