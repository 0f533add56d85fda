package kelvin.ui.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import kelvin.display.InformationUnit;
import kelvin.display.Shading;
import kelvin.engine.ContextToken;
import kelvin.engine.ContextToken.Origin;
import kelvin.inference.StartToken;
import kelvin.prompt.Composition;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.ZeroShotPrompt;
import kelvin.prompt.chat.Chat;
import kelvin.text.Span;
import kelvin.ui.compose.ComposerViewModel;
import kelvin.ui.compose.ExampleEffectsViewModel;
import kelvin.ui.compose.FewShotViewModel;
import kelvin.ui.inside.prompt.InnerShadings;
import kelvin.ui.lint.LintViewModel;
import kelvin.ui.task.TablesViewModel;
import kelvin.ui.task.TasksViewModel;
import kelvin.ui.text.ShadedToken;

/// Holds the prompt's text, its tokens as the model sees them, and the model's scores of them.
public final class PromptViewModel {

  private static final Span NOWHERE = new Span(0, 0);

  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final ObjectProperty<List<ShadedToken>> tokens =
      new SimpleObjectProperty<>(this, "tokens", List.of());
  private final IntegerProperty selectedToken = new SimpleIntegerProperty(this, "selected", -1);
  private final BooleanProperty current = new SimpleBooleanProperty(this, "current", false);
  private final BooleanProperty playing = new SimpleBooleanProperty(this, "playing", false);
  private final StringProperty problem = new SimpleStringProperty(this, "problem", "");
  private final ObjectProperty<StartToken> startTokenChoice =
      new SimpleObjectProperty<>(this, "startTokenChoice", StartToken.AUTO);
  private final ComposerViewModel composer = new ComposerViewModel(text);

  /// Made before anything listens to the trial, so that it is never older than the trial.
  private final ObjectBinding<StartToken> startTokenInUse =
      Bindings.createObjectBinding(
          () -> composer.trialProperty().get().prompt().startToken(startTokenChoice.get()),
          composer.trialProperty(),
          startTokenChoice);

  private final WideChoice wide = new WideChoice(composer.compositionProperty());
  private final TasksViewModel tasks;
  private final TablesViewModel tables;
  private final LintViewModel lint;
  private final ExampleEffectsViewModel effects;
  private final ObjectProperty<Shading> shading =
      new SimpleObjectProperty<>(this, "shading", Shading.SURPRISAL);
  private final ObjectProperty<InformationUnit> unit =
      new SimpleObjectProperty<>(this, "unit", InformationUnit.BITS);
  private final ReadOnlyStringWrapper startToken =
      new ReadOnlyStringWrapper(this, "startToken", "");
  private final TextNumbersViewModel numbers = new TextNumbersViewModel();
  private final InnerShadings inner;
  private IntConsumer onCaret = _ -> {};
  private Runnable onDelete = () -> {};

  /// The selection in the editor.
  private Span selectedText = NOWHERE;

  private final JoinedTokens joined = new JoinedTokens();

  /// The tokens behind `tokens`, in the same order.
  private RunningTokens running = RunningTokens.NONE;

  private final ReadOnlyObjectWrapper<ShownContinuation> continuation =
      new ReadOnlyObjectWrapper<>(this, "continuation", ShownContinuation.NONE);

  /// @param background runs file access
  /// @param copies opens and runs second copies of the model
  public PromptViewModel(Executor background, Executor copies, Executor fxThread) {
    tasks = new TasksViewModel(composer, background, fxThread);
    tables = new TablesViewModel(composer, background, fxThread);
    lint = new LintViewModel(composer, fxThread);
    effects = new ExampleEffectsViewModel(fxThread);
    inner = new InnerShadings(shading, unit, copies, fxThread, fewShot()::promptOf);
    inner.shadesProperty().subscribe(_ -> shade());
    shading.subscribe(_ -> shade());
    text.subscribe((_, _) -> forgetSelection());
    unit.subscribe((_, _) -> shade());
    numbers.unitProperty().bind(unit);
  }

  /// Sets the text from outside the panel. A composed prompt becomes free text.
  public void replaceText(String now) {
    composer.replaceText(now);
  }

  /// The free text; kept while the prompt is composed in another way.
  public String typedText() {
    return composer.typedText();
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
    composer.restore(way, freeText, inWords, examples, turns);
  }

  /// Shows a context: the tokens of the prompt in the editor, and the numbers below.
  public void show(List<ContextToken> context) {
    joined.setContext(context);
    join();
    var starts = new ArrayList<String>();
    context.stream()
        .filter(token -> token.origin() == Origin.START)
        .forEach(token -> starts.add(token.visibleText()));
    startToken.set(String.join("", starts));
    numbers.show(context);
    selectTokens();
    current.set(true);
    problem.set("");
  }

  /// Removes the numbers and shows why the present text has none.
  public void showProblem(String sentence) {
    joined.setContext(List.of());
    join();
    numbers.show(List.of());
    problem.set(sentence);
  }

  /// Frames the token at a position of the context.
  public void frame(OptionalInt position) {
    selectedToken.set(running.indexOf(position));
    numbers.lookAt(position);
  }

  /// Selects these characters of the text.
  public void select(Span characters) {
    boolean hadText = selectedText.length() > 0;
    selectedText = characters;
    if (characters.length() > 0) {
      selectTokens();
    } else if (hadText) {
      numbers.select(null);
    }
  }

  /// The selected characters were those of an older text.
  private void forgetSelection() {
    if (selectedText.length() > 0) {
      selectedText = NOWHERE;
      numbers.select(null);
    }
  }

  /// Selects the tokens that the selected text touches, since only whole tokens have a probability.
  private void selectTokens() {
    running.touchedBy(selectedText).ifPresent(numbers::select);
  }

  /// The position in the context of the token that contains or follows a caret at `index`; empty at
  /// the end of the text.
  public OptionalInt positionAt(int index) {
    return running.positionAt(index);
  }

  /// Shows generated tokens behind the prompt.
  public void follow(ShownContinuation now) {
    continuation.set(now);
    join();
  }

  /// Joins the tokens of the prompt and of its continuation to those of one text.
  private void join() {
    running = joined.followedBy(continuation.get(), text.get().length());
    shade();
  }

  private void shade() {
    tokens.set(joined.shade(running, shading.get(), unit.get(), inner.shadesProperty().getValue()));
  }

  /// Reports that the caret moved to this index of the text.
  public void moveCaret(int index) {
    onCaret.accept(index);
  }

  public void setOnCaret(IntConsumer onCaret) {
    this.onCaret = onCaret;
  }

  /// Reports that the user deleted the whole continuation and nothing of the prompt.
  public void deleteContinuation() {
    onDelete.run();
  }

  public void setOnDelete(Runnable onDelete) {
    this.onDelete = onDelete;
  }

  public StringProperty textProperty() {
    return text;
  }

  /// The generated tokens behind the prompt.
  public ReadOnlyObjectProperty<ShownContinuation> continuationProperty() {
    return continuation.getReadOnlyProperty();
  }

  /// The tokens of the prompt and of its continuation, in the running text.
  public ObjectProperty<List<ShadedToken>> tokensProperty() {
    return tokens;
  }

  public IntegerProperty selectedTokenProperty() {
    return selectedToken;
  }

  /// The rule for the start token before the prompt.
  public ObjectProperty<StartToken> startTokenChoiceProperty() {
    return startTokenChoice;
  }

  /// The rule for the start token before the present prompt: what the user chose, or none where the
  /// prompt brings its own.
  public ObservableValue<StartToken> startTokenInUse() {
    return startTokenInUse;
  }

  /// The way in which the prompt is composed.
  public ObjectProperty<Composition> compositionProperty() {
    return composer.compositionProperty();
  }

  public FewShotViewModel fewShot() {
    return composer.fewShot();
  }

  /// The editors of the prompt's four ways, and its labels.
  public ComposerViewModel composer() {
    return composer;
  }

  /// The choice whether the editor and its text stand side by side.
  public WideChoice wide() {
    return wide;
  }

  /// The tasks to start from.
  public TasksViewModel tasks() {
    return tasks;
  }

  /// The examples from tables.
  public TablesViewModel tables() {
    return tables;
  }

  /// The effect of each example on the right answer.
  public ExampleEffectsViewModel effects() {
    return effects;
  }

  /// The check of the prompt for mistakes.
  public LintViewModel lint() {
    return lint;
  }

  /// The measure that shades the tokens.
  public ObjectProperty<Shading> shadingProperty() {
    return shading;
  }

  /// The shadings from inside the model.
  public InnerShadings inner() {
    return inner;
  }

  /// The unit of surprisals and entropies.
  public ObjectProperty<InformationUnit> unitProperty() {
    return unit;
  }

  /// True if tokens and numbers belong to the present text.
  public BooleanProperty currentProperty() {
    return current;
  }

  /// True while token after token is drawn behind the prompt.
  public BooleanProperty playingProperty() {
    return playing;
  }

  /// The reason why the text cannot be scored; empty if there is none.
  public StringProperty problemProperty() {
    return problem;
  }

  /// The start token that the tokenizer puts before the prompt; empty if there is none.
  public ReadOnlyStringProperty startTokenProperty() {
    return startToken.getReadOnlyProperty();
  }

  /// The model's scores of the text and its parts.
  public TextNumbersViewModel numbers() {
    return numbers;
  }
}
