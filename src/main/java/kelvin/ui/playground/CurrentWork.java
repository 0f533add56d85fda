package kelvin.ui.playground;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kelvin.inference.ModelDescriptor;
import kelvin.text.Vocabulary;
import kelvin.ui.fx.KeptResults;
import kelvin.ui.generation.GenerationViewModel;
import kelvin.ui.generation.Step;
import kelvin.ui.model.ModelViewModel;
import kelvin.ui.prompt.PromptViewModel;
import kelvin.workspace.token.Branch;
import kelvin.workspace.token.Continuation;
import kelvin.workspace.token.GeneratedToken;
import kelvin.workspace.token.ModelReference;

/// The prompt and the tokens generated after it, as one piece of work. It is set aside when the
/// prompt changes, brought back, or replaced by other work. It also knows which model the tokens
/// belong to.
public final class CurrentWork {

  private final PromptViewModel prompt;
  private final GenerationViewModel generation;
  private final Inquiry inquiry;
  private final Notices notices;
  private final SetAside setAside;
  private final ModelViewModel models;

  /// The tokens of the steps as they are saved; read after each step.
  private final KeptResults<Step, GeneratedToken> tokens = new KeptResults<>(Continuations::token);

  private Optional<ModelReference> model = Optional.empty();
  private int logitCount;

  /// Tokens that return when their model opens; none when nothing is awaited.
  private Continuation awaited = Continuation.NONE;

  /// The model of restored work, until the one in its folder has opened.
  private Optional<ModelReference> expected = Optional.empty();

  /// True if this class is changing the text of the prompt.
  private boolean replacing;

  /// @param models opens the model that tokens belong to
  CurrentWork(
      PromptViewModel prompt,
      GenerationViewModel generation,
      Inquiry inquiry,
      Notices notices,
      ModelViewModel models) {
    this.prompt = prompt;
    this.generation = generation;
    this.inquiry = inquiry;
    this.notices = notices;
    this.models = models;
    setAside = new SetAside(notices, this::bringBack);
  }

  /// Takes over another open model. Tokens that were waiting for it return.
  void opened(ModelDescriptor descriptor, Vocabulary vocabulary) {
    model = Optional.of(ModelReferences.of(descriptor, vocabulary));
    logitCount = descriptor.logitCount();
    compare(model.get());
    takeAwaited();
  }

  /// Sets the model that restored work was made with. When the model in its folder opens and has
  /// other files by now, the user is told.
  ///
  /// @param wanted empty if no such model is about to open
  public void expect(Optional<ModelReference> wanted) {
    expected = wanted;
  }

  private void compare(ModelReference opened) {
    var made = expected.filter(wanted -> wanted.folder().equals(opened.folder()));
    if (made.isPresent()) {
      expected = Optional.empty();
      if (!made.get().isSameModel(opened)) {
        notices.show(
            Notice.news(
                "The files of %s have changed since this session was made, so its numbers may differ."
                    .formatted(opened.name())));
      }
    }
  }

  /// Handles a failed opening: tokens that were waiting return, or are set aside if they belong to
  /// another model.
  void openingFailed() {
    if (model.isPresent() && !awaited.tokens().isEmpty()) {
      takeAwaited();
    }
  }

  /// Sets the tokens after the old text aside and asks about the new text, unless this class made
  /// the change.
  void promptChanged() {
    if (!replacing) {
      startAgain("The prompt changed, so the continuation was set aside.");
    }
  }

  /// Sets the tokens that the user deleted aside and asks about the prompt alone.
  void deleteContinuation() {
    startAgain("The deleted continuation was set aside.");
  }

  private void startAgain(String sentence) {
    generation.stop();
    drop(sentence);
    inquiry.askForNext();
  }

  /// Sets the generated tokens aside.
  void drop(String sentence) {
    if (!continuation().tokens().isEmpty()) {
      keep(inquiry.askedText(), sentence);
      awaited = Continuation.NONE;
      generation.steps().clear();
    }
  }

  /// Makes the generated text a part of the prompt.
  void makePrompt() {
    var text = inquiry.askedText() + generation.textProperty().get().text();
    if (!generation.steps().isEmpty()) {
      drop("The continuation is a part of the prompt now. Its draws were set aside.");
      prompt.replaceText(text);
    }
  }

  /// Sets a copy of the tokens after a text aside.
  void keep(String text, String sentence) {
    setAside.keep(new Branch(text, continuation()), sentence);
  }

  /// Cuts the text off without setting anything aside.
  ///
  /// @param end the new length, in UTF-16 units
  void cutText(int end) {
    var text = prompt.textProperty().get().substring(0, end);
    replacing(() -> prompt.replaceText(text));
  }

  /// Makes a change of the prompt's text that is not the user's: another model has another chat
  /// template. Tokens that wait for the model stay.
  void rendering(Runnable change) {
    replacing(change);
  }

  private void replacing(Runnable change) {
    replacing = true;
    change.run();
    replacing = false;
  }

  /// The generated tokens, even while they wait for their model.
  public Continuation continuation() {
    if (!awaited.tokens().isEmpty()) {
      return awaited;
    }
    var steps = generation.stepsNow();
    return steps.isEmpty() ? Continuation.NONE : new Continuation(model, tokens.of(steps));
  }

  /// Replaces the prompt and the tokens after it, without setting anything aside.
  ///
  /// @param change changes the prompt
  /// @param position of the token to select; empty for the next one
  public void restore(Runnable change, Continuation continuation, OptionalInt position) {
    await(change, continuation, position);
    if (model.isPresent()) {
      takeAwaited();
    }
  }

  /// The same while the model of the tokens is still opening; they appear with it.
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
      setAside.keep(branch);
      notices.show(Notice.news(ofAnotherModel(continuation)));
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
                "Made with %s (%s): its %s set aside, because the open model has other tokens."
                    .formatted(of.name(), of.folder(), tokens))
        .orElse("Made with an unknown model: its " + tokens + " set aside.");
  }

  private void bringBack(Branch branch) {
    if (!continuation().tokens().isEmpty()) {
      setAside.keep(new Branch(prompt.textProperty().get(), continuation()));
    }
    take(branch);
  }

  /// Makes other tokens after a prompt the current work. The present ones stay in the tree of
  /// paths.
  void take(Branch branch) {
    Runnable change =
        () -> {
          if (!prompt.textProperty().get().equals(branch.prompt())) {
            prompt.replaceText(branch.prompt());
          }
        };
    var folder = folderToOpen(branch.continuation());
    if (folder.isPresent()) {
      restoreLater(change, branch.continuation(), OptionalInt.empty());
      models.open(folder.get());
    } else {
      restore(change, branch.continuation(), OptionalInt.empty());
    }
  }

  /// The folder of the model that the tokens belong to, if it is not open and was opened before.
  private Optional<Path> folderToOpen(Continuation continuation) {
    if (Continuations.suits(continuation, model, logitCount)) {
      return Optional.empty();
    }
    return models.trustedFolders().stream()
        .filter(
            folder -> continuation.model().filter(of -> isFolder(of.folder(), folder)).isPresent())
        .findFirst();
  }

  private static boolean isFolder(String named, Path folder) {
    return folder.toAbsolutePath().normalize().toString().equals(named);
  }

  /// The open model, if any.
  public Optional<ModelReference> model() {
    return model;
  }

  public List<Branch> branches() {
    return List.copyOf(setAside.branches());
  }

  public SetAside setAside() {
    return setAside;
  }
}
