package kelvin.ui.compose;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import kelvin.prompt.ChatPrompt;
import kelvin.prompt.ComposedPrompt;
import kelvin.prompt.Composition;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.FreePrompt;
import kelvin.prompt.Spellings;
import kelvin.prompt.Trial;
import kelvin.prompt.ZeroShotPrompt;
import kelvin.prompt.chat.Chat;
import kelvin.prompt.task.Task;
import kelvin.prompt.task.TestInput;
import kelvin.ui.compose.AnswersViewModel.Answers;
import kelvin.workspace.TaskOrigin;

/// Composes the prompt in one of four ways, and holds the labels to compare after it. Changing the
/// way keeps the work of the others; the prompt's text is always that of the chosen way.
public final class ComposerViewModel {

  private final StringProperty text;
  private final ObjectProperty<Composition> composition =
      new SimpleObjectProperty<>(this, "composition", Composition.TEXT);
  private final ZeroShotViewModel zeroShot = new ZeroShotViewModel();
  private final FewShotViewModel fewShot = new FewShotViewModel();
  private final ChatViewModel chat = new ChatViewModel();
  private final AnswersViewModel answers = new AnswersViewModel();
  private final ReadOnlyObjectWrapper<TaskOrigin> origin =
      new ReadOnlyObjectWrapper<>(this, "origin", TaskOrigin.NONE);
  private final ReadOnlyObjectWrapper<Trial> trial;
  private BiConsumer<String, Runnable> onAct = (_, change) -> change.run();

  /// The free text; kept while the prompt is composed in another way.
  private String typed;

  private final Batch batch = new Batch(this::render);

  /// @param text the prompt's text, as the model gets it
  public ComposerViewModel(StringProperty text) {
    this.text = text;
    typed = text.get();
    trial = new ReadOnlyObjectWrapper<>(this, "trial", trialOf(new FreePrompt(text.get())));
    composition.subscribe((_, _) -> render());
    chat.promptProperty().subscribe((_, _) -> render());
    text.subscribe((_, now) -> changed(now));
    zeroShot.promptProperty().subscribe((_, _) -> render());
    fewShot.promptProperty().subscribe((_, _) -> render());
    answers
        .answersProperty()
        .subscribe(
            (_, now) -> {
              zeroShot.useLabels(now.labels());
              compose();
            });
  }

  private void changed(String now) {
    if (composition.get() == Composition.TEXT) {
      typed = now;
    }
    compose();
  }

  /// Sets the text to the composed prompt.
  private void render() {
    if (batch.isRunning()) {
      return;
    }
    chat.setActive(composition.get() == Composition.CHAT);
    switch (composition.get()) {
      case TEXT -> text.set(typed);
      case ZERO_SHOT -> text.set(zeroShot.promptProperty().get().render());
      case FEW_SHOT -> text.set(fewShot.renderedProperty().get());
      case CHAT -> text.set(chat.promptProperty().get().text());
    }
    compose();
  }

  private void compose() {
    if (!batch.isRunning()) {
      trial.set(trialOf(prompt()));
    }
  }

  private ComposedPrompt prompt() {
    return switch (composition.get()) {
      case TEXT -> new FreePrompt(text.get());
      case ZERO_SHOT -> zeroShot.promptProperty().get();
      case FEW_SHOT -> fewShot.promptProperty().get();
      case CHAT -> chat.promptProperty().get();
    };
  }

  private Trial trialOf(ComposedPrompt prompt) {
    var now = answers.answersProperty().get();
    return new Trial(prompt, now.labels(), now.right(), now.closed());
  }

  // Commands

  /// Makes a change under a name of its own in the history.
  public void act(String name, Runnable change) {
    onAct.accept(name, change);
  }

  /// Sets the handler that records named changes.
  public void setOnAct(BiConsumer<String, Runnable> onAct) {
    this.onAct = onAct;
  }

  /// Sets the text from outside the panel. A composed prompt becomes free text.
  public void replaceText(String now) {
    batch.run(
        () -> {
          composition.set(Composition.TEXT);
          typed = now;
        });
  }

  /// Sets all ways of composing the prompt from outside the panel.
  ///
  /// @param way the chosen way
  public void restore(
      Composition way,
      String freeText,
      ZeroShotPrompt inWords,
      FewShotPrompt examples,
      Chat turns) {
    batch.run(
        () -> {
          chat.restore(turns);
          zeroShot.restore(inWords);
          fewShot.restore(examples);
          composition.set(way);
          typed = freeText;
        });
  }

  /// Sets the labels from outside the panel.
  ///
  /// @param task the task that the prompt started from
  public void restore(Answers labels, TaskOrigin task) {
    batch.run(
        () -> {
          answers.set(labels);
          origin.set(task);
        });
  }

  /// Replaces the prompt and its labels, in the way in which the new prompt is composed.
  public void take(Trial wanted) {
    batch.run(
        () -> {
          answers.set(new Answers(wanted.labels(), wanted.answer(), wanted.closed()));
          take(wanted.prompt());
        });
  }

  private void take(ComposedPrompt wanted) {
    switch (wanted) {
      case FreePrompt free -> {
        composition.set(Composition.TEXT);
        typed = free.text();
      }
      case ZeroShotPrompt inWords -> {
        composition.set(Composition.ZERO_SHOT);
        zeroShot.restore(inWords);
      }
      case FewShotPrompt examples -> {
        composition.set(Composition.FEW_SHOT);
        fewShot.restore(examples);
      }
      case ChatPrompt turns -> {
        composition.set(Composition.CHAT);
        chat.restore(turns.chat());
      }
    }
  }

  /// Makes turns of the few-shot examples, in place of the present turns.
  public void takeExamplesAsTurns() {
    act("examples as turns", () -> chat.take(fewShot.promptProperty().get()));
  }

  /// Starts from a task and takes all the ways in which it is written.
  public void take(Task task) {
    var test = task.firstTest();
    batch.run(
        () -> {
          var first = task.trial(task.firstPrompt(), test);
          answers.set(new Answers(first.labels(), first.answer(), first.closed()));
          typed = task.templates().text().orElse(typed);
          if (task.templates().zeroShot().isPresent() || !task.examples().isEmpty()) {
            zeroShot.restore(task.zeroShot(test));
          }
          if (!task.examples().isEmpty()) {
            fewShot.restore(task.fewShot(task.examples().size(), test));
          }
          take(task.firstPrompt());
          origin.set(new TaskOrigin(task.notes(), task.tests()));
        });
  }

  /// Replaces the input with another test input of the task.
  void ask(TestInput test) {
    batch.run(
        () -> {
          fewShot.questionProperty().set(test.input());
          zeroShot.inputProperty().set(test.input());
          if (composition.get() == Composition.CHAT) {
            chat.ask(test.input());
          }
          var now = answers.answersProperty().get();
          var labels = origin.get().tests().isEmpty() ? now.labels() : labelsFor(test, now);
          answers.set(new Answers(labels, test.answer(), now.closed()));
        });
  }

  /// If answers may be any text, the previous test input's answer is replaced by that of the new
  /// one.
  private List<String> labelsFor(TestInput test, Answers now) {
    var right = test.answer();
    if (right.isEmpty() || Spellings.find(now.labels(), right.get()).isPresent()) {
      return now.labels();
    }
    return now.closed() && now.labels().size() <= 1
        ? List.of(Spellings.literal(right.get()))
        : Trial.of(prompt(), now.labels(), right, now.closed()).labels();
  }

  /// Turns the prompt into a task for saving. It keeps the chosen way, so that opening it restores
  /// the same prompt. A task with examples that started from another task keeps the other's words
  /// too.
  public Task asTask() {
    return SavedTask.of(this);
  }

  /// True if the prompt is a chat that no template has made a text of.
  public boolean isChatWithoutText() {
    return composition.get() == Composition.CHAT && text.get().isEmpty();
  }

  /// The free text; kept while the prompt is composed in another way.
  public String typedText() {
    return typed;
  }

  // Properties

  /// The way in which the prompt is composed.
  public ObjectProperty<Composition> compositionProperty() {
    return composition;
  }

  public ZeroShotViewModel zeroShot() {
    return zeroShot;
  }

  public FewShotViewModel fewShot() {
    return fewShot;
  }

  public ChatViewModel chat() {
    return chat;
  }

  public AnswersViewModel answers() {
    return answers;
  }

  /// The task that the prompt started from.
  public ReadOnlyObjectProperty<TaskOrigin> originProperty() {
    return origin.getReadOnlyProperty();
  }

  /// The present prompt with its labels.
  public ReadOnlyObjectProperty<Trial> trialProperty() {
    return trial.getReadOnlyProperty();
  }
}
