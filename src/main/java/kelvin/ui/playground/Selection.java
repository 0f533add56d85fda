package kelvin.ui.playground;

import java.util.OptionalInt;
import kelvin.ui.generation.GenerationViewModel;
import kelvin.ui.generation.TokenRun;
import kelvin.ui.prompt.PromptViewModel;

/// Which token's distribution is looked at: the one that the caret stands before or in, a generated
/// one that was selected, or the next one.
final class Selection {

  private final PromptViewModel prompt;
  private final GenerationViewModel generation;
  private final AnswerOnShow answer;
  private final Runnable onChange;

  /// By position in the context, 0-based; none for the next token.
  private OptionalInt selected = OptionalInt.empty();

  private int caret = Integer.MAX_VALUE;

  /// Whether the text was edited since the last answer, so that the caret tells where to look.
  private boolean edited;

  /// @param onChange called when another distribution is wanted
  Selection(
      PromptViewModel prompt,
      GenerationViewModel generation,
      AnswerOnShow answer,
      Runnable onChange) {
    this.prompt = prompt;
    this.generation = generation;
    this.answer = answer;
    this.onChange = onChange;
    prompt.setOnCaret(this::caretMoved);
    generation.selectedProperty().subscribe(index -> stepSelected(index.intValue()));
    generation.runProperty().subscribe(this::runSelected);
  }

  boolean isNext() {
    return selected.isEmpty();
  }

  /// The position whose row of logits is wanted; none for the last one.
  OptionalInt rowPosition() {
    return selected.isPresent() ? OptionalInt.of(selected.getAsInt() - 1) : OptionalInt.empty();
  }

  /// Back to the next token, without asking.
  void reset() {
    selected = OptionalInt.empty();
    frame();
  }

  /// The position of the token that is looked at; none for the next one.
  OptionalInt position() {
    return selected;
  }

  /// Looks at the token at a position, or at the next one, when the answer comes.
  void restore(OptionalInt position) {
    // Nothing stands before the first token, so there is no distribution to look at.
    selected = position.isPresent() && position.getAsInt() == 0 ? OptionalInt.empty() : position;
  }

  /// Back to the next token; asks if that is another one.
  void lookAtNext() {
    look(OptionalInt.empty());
  }

  /// The text changed: where the caret was says nothing any more.
  void promptChanged() {
    edited = true;
    caret = Integer.MAX_VALUE;
  }

  /// After an edit inside the text the caret still stands there.
  void followCaret() {
    if (edited && caret < prompt.textProperty().get().length()) {
      caretMoved(caret);
    }
    edited = false;
  }

  /// Marks the token where it is shown.
  void frame() {
    prompt.frame(selected);
    boolean isStep = selected.isPresent() && !isInPrompt(selected);
    generation.selectedProperty().set(isStep ? selected.getAsInt() - answer.generatedFrom() : -1);
  }

  private void caretMoved(int index) {
    caret = index;
    if (prompt.currentProperty().get()) {
      var position = prompt.positionAt(index);
      if (!position.equals(selected) && (position.isPresent() || isInPrompt(selected))) {
        look(position);
      }
    }
  }

  private boolean isInPrompt(OptionalInt position) {
    return position.isPresent() && position.getAsInt() < answer.generatedFrom();
  }

  private void stepSelected(int index) {
    if (index >= 0) {
      look(OptionalInt.of(answer.generatedFrom() + index));
    } else if (!isInPrompt(selected) && selected.isPresent()) {
      look(OptionalInt.empty());
    }
  }

  private void runSelected(TokenRun run) {
    int from = answer.generatedFrom();
    prompt.selectPositions(from + run.from(), from + run.to());
  }

  private void look(OptionalInt position) {
    // Nothing stands before the first token, so there is no distribution to look at.
    var target = position.isPresent() && position.getAsInt() == 0 ? OptionalInt.empty() : position;
    if (!target.equals(selected)) {
      selected = target;
      frame();
      onChange.run();
    }
  }
}
