package kelvin.ui.playground;

import java.util.List;
import java.util.Optional;
import kelvin.ui.generation.Step;
import kelvin.ui.generation.Steps;
import kelvin.workspace.token.Continuation;
import kelvin.workspace.token.GeneratedToken;
import kelvin.workspace.token.ModelReference;

/// Converts the steps of the strip to tokens that can be saved, and back.
final class Continuations {

  private Continuations() {}

  static GeneratedToken token(Step step) {
    var token = step.token();
    return new GeneratedToken(
        step.draw(), token.visibleText(), token.position(), token.own(), token.forced());
  }

  static List<Step> steps(Continuation continuation) {
    return continuation.tokens().stream().map(Continuations::step).toList();
  }

  private static Step step(GeneratedToken token) {
    var chosen = new Steps.Chosen(token.text(), token.position(), token.own(), token.forced());
    return Steps.of(token.draw(), chosen);
  }

  /// Returns whether the ids are valid for a model.
  ///
  /// @param logitCount the number of ids of the model
  static boolean suits(Continuation continuation, Optional<ModelReference> model, int logitCount) {
    boolean known =
        model.isPresent()
            && continuation.model().map(of -> of.sharesVocabulary(model.get())).orElse(false);
    return continuation.tokens().isEmpty()
        || (known
            && continuation.tokens().stream().allMatch(token -> token.draw().id() < logitCount));
  }
}
