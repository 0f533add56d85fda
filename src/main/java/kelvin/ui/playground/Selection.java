package kelvin.ui.playground;

import java.util.OptionalInt;
import kelvin.ui.generation.GenerationViewModel;
import kelvin.ui.generation.TokenRun;
import kelvin.ui.prompt.PromptViewModel;

/// Looks at the token that the caret stands before or in, or at the selected step, and marks the
/// token that is looked at.
final class Selection {

  private final PromptViewModel prompt;
  private final GenerationViewModel generation;
  private final Inquiry inquiry;

  /// Where the caret went since the text was edited; followed once the answer is there.
  private OptionalInt caretAfterEdit = OptionalInt.empty();

  Selection(PromptViewModel prompt, GenerationViewModel generation, Inquiry inquiry) {
    this.prompt = prompt;
    this.generation = generation;
    this.inquiry = inquiry;
    inquiry.setOnLook(this::mark);
    prompt.setOnCaret(this::caretMoved);
    generation.selectedProperty().subscribe(index -> stepSelected(index.intValue()));
    generation.runProperty().subscribe(this::runSelected);
  }

  /// The text changed: where the caret was says nothing any more.
  void promptChanged() {
    caretAfterEdit = OptionalInt.empty();
  }

  /// After an edit inside the text the caret still stands there.
  void followCaret() {
    var caret = caretAfterEdit;
    caretAfterEdit = OptionalInt.empty();
    if (caret.isPresent() && caret.getAsInt() < prompt.textProperty().get().length()) {
      caretMoved(caret.getAsInt());
    }
  }

  /// Marks the token where it is shown.
  void mark() {
    var position = inquiry.position();
    prompt.frame(position);
    boolean isStep = position.isPresent() && !isInPrompt(position);
    generation.selectedProperty().set(isStep ? position.getAsInt() - inquiry.generatedFrom() : -1);
  }

  private void caretMoved(int index) {
    if (!prompt.currentProperty().get()) {
      caretAfterEdit = OptionalInt.of(index);
      return;
    }
    caretAfterEdit = OptionalInt.empty();
    var position = prompt.positionAt(index);
    if (position.isPresent() || isInPrompt(inquiry.position())) {
      inquiry.look(position);
    }
  }

  private boolean isInPrompt(OptionalInt position) {
    return position.isPresent() && position.getAsInt() < inquiry.generatedFrom();
  }

  private void stepSelected(int index) {
    if (index >= 0) {
      inquiry.look(OptionalInt.of(inquiry.generatedFrom() + index));
    } else if (!isInPrompt(inquiry.position())) {
      inquiry.look(OptionalInt.empty());
    }
  }

  private void runSelected(TokenRun run) {
    int from = inquiry.generatedFrom();
    prompt.selectPositions(from + run.from(), from + run.to());
  }
}
