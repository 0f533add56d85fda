package kelvin.ui.playground;

import kelvin.engine.Prediction;
import kelvin.ui.generation.GenerationViewModel;
import kelvin.ui.generation.Step;
import kelvin.ui.model.ModelViewModel;

/// Continues from the visible distribution: by a draw, by a token that the user forces, or back.
final class Stepping {

  private final AnswerPresenter answer;
  private final GenerationViewModel generation;
  private final ModelViewModel model;
  private final CurrentWork work;
  private final Inquiry inquiry;

  Stepping(
      AnswerPresenter answer,
      GenerationViewModel generation,
      ModelViewModel model,
      CurrentWork work,
      Inquiry inquiry) {
    this.answer = answer;
    this.generation = generation;
    this.model = model;
    this.work = work;
    this.inquiry = inquiry;
  }

  /// Draws the next token as soon as its distribution is available.
  void step() {
    if (answer.isUnusable() || (answer.isCurrent() && !answer.whyNoDraw().isEmpty())) {
      return;
    }
    if (!answer.isCurrent() || !isAtEnd() || !inquiry.isAboutNext()) {
      inquiry.requestStep();
    } else if (!isFull()) {
      var step = answer.draw(generation.steps().size());
      append(step);
      generation.drawn(model.endsText(step.tokenId()));
    }
  }

  private boolean isAtEnd() {
    return inquiry.answer().map(Prediction::isAtEnd).orElse(false);
  }

  /// Returns whether the context is full; if so, says so.
  private boolean isFull() {
    int tokens = inquiry.answer().map(prediction -> prediction.tokens().size()).orElse(0);
    boolean full = tokens >= model.contextLength();
    if (full) {
      generation.finish("the context is full");
    }
    return full;
  }

  /// Takes the step that waited for this answer.
  ///
  /// @return whether a step waited
  boolean takeWaiting() {
    boolean waited = inquiry.takeWaitingStep();
    if (waited) {
      step();
    }
    return waited;
  }

  private void append(Step step) {
    generation.append(step);
    inquiry.askAfterAppending();
  }

  void back() {
    generation.steps().removeLast();
    inquiry.askForNext();
  }

  /// Takes a token after the visible position and continues from there.
  void force(int tokenId) {
    if (!answer.isCurrent()) {
      return;
    }
    generation.stop();
    var at = inquiry.answer().orElseThrow();
    int position = at.position() + 1;
    int kept = generation.steps().size();
    if (!at.isAtEnd()) {
      work.keep(inquiry.askedText(), "The tokens after the forced one were set aside.");
      kept = Math.max(0, position - at.generatedFrom());
    } else if (isFull()) {
      return;
    }
    var step = answer.force(kept, tokenId);
    generation.steps().remove(kept, generation.steps().size());
    at.startInPrompt(position).ifPresent(work::cutText);
    append(step);
  }
}
