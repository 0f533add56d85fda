package kelvin.ui.answer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import kelvin.engine.SlicedWork;
import kelvin.engine.answer.AnswerLimits;
import kelvin.engine.answer.AnswerListener;
import kelvin.engine.answer.AnswerQuestion;
import kelvin.engine.answer.AnswerSearch;
import kelvin.engine.answer.Answers;
import kelvin.engine.answer.StopText;
import kelvin.prompt.Trial;
import kelvin.text.Vocabulary;
import kelvin.ui.fx.LatestOnFxThread;
import org.jspecify.annotations.Nullable;

/// Finds whole answers after the visible position while they are shown. Every change starts a new
/// search and cancels the one before. What is shown in the meantime is stale.
public final class WholeAnswersViewModel {

  /// The greatest budget.
  public static final int MAX_BUDGET = 1_000_000;

  /// The maximum number of answers with a row.
  private static final int MAX_ROWS = 60;

  /// The stale answers stay for as many runs, unless the new search finds an answer before. So
  /// nothing blinks while a slider moves.
  private static final int PATIENCE = 24;

  /// The additional probability of complete answers that is shown at once. Otherwise the rows
  /// change only when the number of runs has doubled.
  private static final double NEWS = 0.001;

  private final Executor fxThread;
  private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");
  private final BooleanProperty enlarged = new SimpleBooleanProperty(this, "enlarged");
  private final ObjectProperty<StopText> stopText =
      new SimpleObjectProperty<>(this, "stopText", StopText.LINE_END);
  private final IntegerProperty budget =
      new SimpleIntegerProperty(this, "budget", AnswerLimits.DEFAULT_RUNS);
  private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper(this, "stale");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyObjectWrapper<@Nullable ShownAnswers> onShow =
      new ReadOnlyObjectWrapper<>(this, "onShow");
  private final ReadOnlyObjectWrapper<Map<String, Double>> pinned =
      new ReadOnlyObjectWrapper<>(this, "pinned", Map.of());
  private Consumer<SlicedWork> onWork = _ -> {};
  private @Nullable Asked asked;
  private @Nullable Search search;

  /// The context after which answers are wanted, and the labels that are marked among them.
  private record Asked(List<Integer> context, Trial trial, Vocabulary vocabulary) {}

  /// A search with its question.
  private record Search(Asked asked, AnswerQuestion question, AnswerSearch work) {}

  /// @param fxThread runs the updates
  public WholeAnswersViewModel(Executor fxThread) {
    this.fxThread = fxThread;
    shown.subscribe((_, _) -> begin());
    enlarged.subscribe((_, _) -> begin());
    stopText.subscribe((_, _) -> begin());
    budget.subscribe((_, _) -> begin());
  }

  /// Sets the receiver of work on the model. Called once.
  public void setOnWork(Consumer<SlicedWork> onWork) {
    this.onWork = onWork;
  }

  // Commands

  /// Asks for the answers after a context, unless nothing has changed.
  ///
  /// @param trial has the labels that are marked; one without labels where none belongs here
  public void ask(List<Integer> context, Trial trial, Vocabulary vocabulary) {
    asked = new Asked(context, trial, vocabulary);
    begin();
  }

  /// Stops the search, because something has changed. What was found stays until `ask`.
  public void outdate() {
    cancel();
    asked = null;
    stale.set(onShow.get() != null);
  }

  /// Removes the answers of a model that is no longer open, or of a prompt that cannot be run.
  public void clear() {
    cancel();
    asked = null;
    onShow.set(null);
    stale.set(false);
    problem.set("");
  }

  /// Keeps the visible answers as ghosts behind those that come.
  public void pin() {
    var now = onShow.get();
    pinned.set(now == null ? Map.of() : now.byText());
  }

  public void unpin() {
    pinned.set(Map.of());
  }

  private void cancel() {
    if (search != null) {
      search.work().cancel();
      search = null;
    }
  }

  private void begin() {
    var wanted = asked;
    if ((!shown.get() && !enlarged.get()) || wanted == null) {
      cancel();
      return;
    }
    var limits =
        new AnswerLimits(AnswerLimits.DEFAULT_MASS, budget.get(), AnswerLimits.DEFAULT_TOKENS);
    var question = new AnswerQuestion(wanted.context(), stopText.get(), limits);
    if (search != null && search.question().equals(question)) {
      search = new Search(wanted, question, search.work());
      relabel(wanted);
      return;
    }
    cancel();
    problem.set("");
    stale.set(onShow.get() != null);
    var begun = new AnswerSearch(question, MAX_ROWS, new Listener(question));
    search = new Search(wanted, question, begun);
    onWork.accept(begun);
  }

  /// Marks other labels among the same answers.
  private void relabel(Asked wanted) {
    var now = onShow.get();
    if (now != null && !stale.get()) {
      onShow.set(now.withTrial(wanted.trial()));
    }
  }

  private void found(AnswerQuestion question, Answers soFar) {
    var running = search;
    if (running == null || !running.question().equals(question)) {
      return;
    }
    boolean tells = soFar.count() > 0 || soFar.end().isPresent() || soFar.runs() >= PATIENCE;
    if (stale.get() ? tells : isNews(soFar)) {
      var of = running.asked();
      onShow.set(new ShownAnswers(soFar, question.stopText(), of.trial(), of.vocabulary()));
      stale.set(false);
    }
  }

  /// Returns whether the rows change. A row for each run would make them flicker where no answer
  /// ends.
  private boolean isNews(Answers soFar) {
    var now = onShow.get();
    return now == null
        || soFar.end().isPresent()
        || soFar.covered() >= now.covered() + NEWS
        || soFar.runs() >= 2 * now.answers().runs();
  }

  private void failed(AnswerQuestion question, String reason) {
    var running = search;
    if (running != null && running.question().equals(question)) {
      search = null;
      onShow.set(null);
      stale.set(false);
      problem.set(reason);
    }
  }

  /// Hears one search, on the inference thread.
  private final class Listener implements AnswerListener {

    private final AnswerQuestion question;
    private final Consumer<Answers> latest;

    Listener(AnswerQuestion question) {
      this.question = question;
      latest =
          new LatestOnFxThread<>(
              fxThread, soFar -> WholeAnswersViewModel.this.found(question, soFar));
    }

    @Override
    public void found(Answers soFar) {
      latest.accept(soFar);
    }

    @Override
    public void failed(String reason) {
      fxThread.execute(() -> WholeAnswersViewModel.this.failed(question, reason));
    }
  }

  /// The shown answers, unless they are stale.
  public Optional<ShownAnswers> current() {
    return Optional.ofNullable(onShow.get()).filter(_ -> !stale.get());
  }

  /// True if the search for the shown answers has ended.
  public boolean hasEnded() {
    return current().filter(now -> now.answers().end().isPresent()).isPresent();
  }

  // Properties

  /// True if the answers are shown in place of the next token.
  public BooleanProperty shownProperty() {
    return shown;
  }

  /// True while the answers are shown elsewhere, as in a lecture. The panel stays as it is.
  public BooleanProperty enlargedProperty() {
    return enlarged;
  }

  /// The text that ends an answer.
  public ObjectProperty<StopText> stopTextProperty() {
    return stopText;
  }

  /// The maximum number of runs of a search.
  public IntegerProperty budgetProperty() {
    return budget;
  }

  /// True if the shown answers belong to an earlier prompt or to earlier settings.
  public ReadOnlyBooleanProperty staleProperty() {
    return stale.getReadOnlyProperty();
  }

  /// The reason why answers cannot be found; empty if there is none.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// The answers found so far; null while there are none.
  public ReadOnlyObjectProperty<@Nullable ShownAnswers> onShowProperty() {
    return onShow.getReadOnlyProperty();
  }

  /// The pinned probabilities by text; empty without any.
  public ReadOnlyObjectProperty<Map<String, Double>> pinnedProperty() {
    return pinned.getReadOnlyProperty();
  }
}
