package kelvin.ui.playground;

import java.util.Optional;
import java.util.OptionalInt;
import kelvin.ui.generation.GenerationViewModel;
import kelvin.ui.generation.GenerationViewModel.LookedAt;
import kelvin.ui.prompt.PromptViewModel;

/// Selects the token after or around the caret, or a step of the timeline, and marks it.
final class Selection {

  private final PromptViewModel prompt;
  private final GenerationViewModel generation;
  private final Inquiry inquiry;

  /// The position of the caret since the last edit; followed once the answer arrives.
  private OptionalInt caretAfterEdit = OptionalInt.empty();

  Selection(PromptViewModel prompt, GenerationViewModel generation, Inquiry inquiry) {
    this.prompt = prompt;
    this.generation = generation;
    this.inquiry = inquiry;
    inquiry.setOnLook(this::mark);
    prompt.setOnCaret(this::caretMoved);
    generation.selectedProperty().subscribe(index -> stepSelected(index.intValue()));
    generation.setOnReturn(() -> inquiry.look(OptionalInt.empty()));
  }

  /// Forgets the caret, because its position refers to an older text.
  void promptChanged() {
    caretAfterEdit = OptionalInt.empty();
  }

  /// Follows the caret after an edit inside the text.
  void followCaret() {
    var caret = caretAfterEdit;
    caretAfterEdit = OptionalInt.empty();
    if (caret.isPresent() && caret.getAsInt() < prompt.textProperty().get().length()) {
      caretMoved(caret.getAsInt());
    }
  }

  /// Marks the selected token in the running text and in the timeline.
  void mark() {
    var position = inquiry.position();
    prompt.frame(position);
    generation
        .lookedAtProperty()
        .set(
            position.isPresent()
                ? Optional.of(new LookedAt(position.getAsInt(), inquiry.length()))
                : Optional.empty());
    boolean isStep = position.isPresent() && !isInPrompt(position);
    generation.selectedProperty().set(isStep ? position.getAsInt() - inquiry.generatedFrom() : -1);
  }

  private void caretMoved(int index) {
    if (!prompt.currentProperty().get()) {
      caretAfterEdit = OptionalInt.of(index);
      return;
    }
    caretAfterEdit = OptionalInt.empty();
    look(prompt.positionAt(index));
  }

  /// Looks at a token. Looking back stops playing, which would lead away from it at once.
  private void look(OptionalInt position) {
    if (position.isPresent()) {
      generation.stop();
    }
    inquiry.look(position);
  }

  private boolean isInPrompt(OptionalInt position) {
    return position.isPresent() && position.getAsInt() < inquiry.generatedFrom();
  }

  private void stepSelected(int index) {
    if (index >= 0) {
      look(OptionalInt.of(inquiry.generatedFrom() + index));
    } else if (!isInPrompt(inquiry.position())) {
      inquiry.look(OptionalInt.empty());
    }
  }
}
