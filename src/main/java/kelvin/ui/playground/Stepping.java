package kelvin.ui.playground;

import kelvin.ui.generation.GenerationViewModel;
import kelvin.ui.generation.Step;
import kelvin.ui.model.ModelViewModel;

/// Goes on from the distribution on show: by a draw, by a token that the user takes, or back.
final class Stepping {

  private final AnswerOnShow answer;
  private final GenerationViewModel generation;
  private final ModelViewModel model;
  private final WorkOnShow work;
  private final Asking asking;

  /// Whether a step waits for the distribution at the end.
  private boolean wanted;

  /// Whether the request under way adds a single token.
  private boolean asked;

  Stepping(
      AnswerOnShow answer,
      GenerationViewModel generation,
      ModelViewModel model,
      WorkOnShow work,
      Asking asking) {
    this.answer = answer;
    this.generation = generation;
    this.model = model;
    this.work = work;
    this.asking = asking;
  }

  /// Draws the next token, as soon as its distribution is there.
  void step() {
    if (!answer.isUsable()) {
      return;
    }
    if (!answer.answers(asking.asked()) || !answer.isAtEnd() || !asking.isAboutNext()) {
      wanted = true;
      asking.lookAtNext();
      return;
    }
    if (isFull()) {
      return;
    }
    var step = answer.draw(generation.steps().size());
    append(step);
    if (model.endsText(step.tokenId())) {
      generation.finish("end of text");
    }
  }

  /// Whether no token has room; says so.
  private boolean isFull() {
    boolean full = answer.tokenCount() >= model.contextLength();
    if (full) {
      generation.finish("the context is full");
    }
    return full;
  }

  /// Takes the step that has waited for the answer that came.
  ///
  /// @return whether there was one
  boolean takeWanted() {
    boolean taken = wanted;
    wanted = false;
    if (taken) {
      step();
    }
    return taken;
  }

  /// Whether the answer that came was to a step; the next one is not, until a step asks.
  boolean takeAsked() {
    boolean taken = asked;
    asked = false;
    return taken;
  }

  /// No answer came.
  void fail() {
    wanted = false;
    generation.stop();
  }

  private void append(Step step) {
    generation.steps().add(step);
    asked = true;
    asking.askForNext();
  }

  void back() {
    generation.steps().removeLast();
    asking.askForNext();
  }

  /// Takes the token at a rank of the distribution on show and goes on from there.
  ///
  /// @param rank 1-based
  void force(int rank) {
    if (!answer.answers(asking.asked())) {
      return;
    }
    generation.stop();
    int kept = generation.steps().size();
    if (!answer.isAtEnd()) {
      work.keep(asking.text(), "What stood after the forced token was put aside.");
      kept = Math.max(0, answer.position() - answer.generatedFrom());
    } else if (isFull()) {
      return;
    }
    var step = answer.force(kept, rank);
    generation.steps().remove(kept, generation.steps().size());
    answer.startInPrompt(answer.position()).ifPresent(work::cutText);
    append(step);
  }
}
