package kelvin.ui.playground;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kelvin.inference.ModelDescriptor;
import kelvin.text.Vocabulary;
import kelvin.ui.generation.GenerationViewModel;
import kelvin.ui.prompt.PromptViewModel;
import kelvin.workspace.Branch;
import kelvin.workspace.Continuation;
import kelvin.workspace.ModelReference;

/// The prompt and what was generated after it as one: put aside when one of them changes, brought
/// back, replaced by other work. Knows whose ids the tokens are.
public final class WorkOnShow {

  private final PromptViewModel prompt;
  private final GenerationViewModel generation;
  private final Inquiry inquiry;
  private final Notices notices;
  private final PutAside putAside;
  private Optional<ModelReference> model = Optional.empty();
  private int logitCount;

  /// Tokens that come back when their model is open; none when nothing is waited for.
  private Continuation awaited = Continuation.NONE;

  /// Whether the prompt's text is being set from here.
  private boolean replacing;

  WorkOnShow(
      PromptViewModel prompt, GenerationViewModel generation, Inquiry inquiry, Notices notices) {
    this.prompt = prompt;
    this.generation = generation;
    this.inquiry = inquiry;
    this.notices = notices;
    putAside = new PutAside(notices, this::bringBack);
  }

  /// Another model is open: tokens that wait for it take their place.
  void opened(ModelDescriptor descriptor, Vocabulary vocabulary) {
    model = Optional.of(ModelReferences.of(descriptor, vocabulary));
    logitCount = descriptor.logitCount();
    takeAwaited();
  }

  /// No other model is opened, so the tokens that wait for one take their place or are put aside.
  void openingFailed() {
    if (model.isPresent() && !awaited.tokens().isEmpty()) {
      takeAwaited();
    }
  }

  /// Puts aside what followed the old text and asks about the new one, unless the change comes from
  /// here.
  void promptChanged() {
    if (!replacing) {
      generation.stop();
      drop("The prompt changed: what was generated after it was put aside.");
      inquiry.askForNext();
    }
  }

  /// Puts aside what was generated.
  void drop(String sentence) {
    if (!continuation().tokens().isEmpty()) {
      keep(inquiry.askedText(), sentence);
      awaited = Continuation.NONE;
      generation.steps().clear();
    }
  }

  /// Puts a copy of what follows a text aside.
  void keep(String text, String sentence) {
    putAside.keep(new Branch(text, continuation()), sentence);
  }

  /// Cuts the text off without putting anything aside.
  ///
  /// @param end where, in UTF-16 units
  void cutText(int end) {
    var text = prompt.textProperty().get().substring(0, end);
    replacing(() -> prompt.replaceText(text));
  }

  private void replacing(Runnable change) {
    replacing = true;
    change.run();
    replacing = false;
  }

  /// What was generated, also while it waits for its model.
  public Continuation continuation() {
    return awaited.tokens().isEmpty() ? Continuations.of(generation.steps(), model) : awaited;
  }

  /// Replaces the prompt and what was generated after it; nothing is put aside for it.
  ///
  /// @param change of the prompt
  /// @param position of the token to look at; none for the next one
  public void restore(Runnable change, Continuation continuation, OptionalInt position) {
    await(change, continuation, position);
    if (model.isPresent()) {
      takeAwaited();
    }
  }

  /// The same when the model of the tokens is on its way: they come with it.
  public void restoreLater(Runnable change, Continuation continuation, OptionalInt position) {
    await(change, continuation, position);
    inquiry.ask();
  }

  private void await(Runnable change, Continuation continuation, OptionalInt position) {
    generation.stop();
    replacing(change);
    generation.steps().clear();
    awaited = continuation;
    inquiry.lookLater(position);
  }

  private void takeAwaited() {
    var continuation = awaited;
    awaited = Continuation.NONE;
    if (Continuations.suits(continuation, model, logitCount)) {
      generation.steps().setAll(Continuations.steps(continuation));
    } else {
      var branch = new Branch(prompt.textProperty().get(), continuation);
      putAside.keep(branch);
      notices.report(ofAnotherModel(continuation));
    }
    inquiry.ask();
  }

  private static String ofAnotherModel(Continuation continuation) {
    int count = continuation.tokens().size();
    var tokens = count == 1 ? "1 generated token was" : count + " generated tokens were";
    return continuation
        .model()
        .map(
            of ->
                "Made with %s (%s): its %s put aside, because the open model has other tokens."
                    .formatted(of.name(), of.folder(), tokens))
        .orElse("Made with an unknown model: its " + tokens + " put aside.");
  }

  private void bringBack(Branch branch) {
    if (!continuation().tokens().isEmpty()) {
      putAside.keep(new Branch(prompt.textProperty().get(), continuation()));
    }
    restore(() -> prompt.replaceText(branch.prompt()), branch.continuation(), OptionalInt.empty());
  }

  /// The open model, if any.
  public Optional<ModelReference> model() {
    return model;
  }

  public List<Branch> branches() {
    return List.copyOf(putAside.branches());
  }

  public PutAside putAside() {
    return putAside;
  }
}
