package kelvin.ui.inside.prompt;

import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import kelvin.display.InformationUnit;
import kelvin.engine.ContextToken;
import kelvin.engine.Prediction;
import kelvin.engine.SlicedWork;
import kelvin.engine.inside.Attribution;
import kelvin.engine.inside.InsidePart;
import kelvin.inference.GradientRuns;
import kelvin.text.Durations;
import kelvin.ui.inside.copy.CopyViewModel;
import kelvin.ui.text.TokenShades;
import org.jspecify.annotations.Nullable;

/// The tokens that drive a prediction: by the gradient of its log-probability, and by leaving each
/// of them out.
///
/// The predicted token is the one that is selected in the list; else the one that stands behind an
/// earlier position; else the most probable one.
public final class GradientViewModel {

  private final CopyViewModel<GradientRuns> copy;
  private final LeftOutViewModel leftOut;
  private final ObjectProperty<GradientMeasure> measure =
      new SimpleObjectProperty<>(this, "measure", GradientMeasure.PRODUCT);
  private final ObjectProperty<InformationUnit> unit =
      new SimpleObjectProperty<>(this, "unit", InformationUnit.BITS);
  private final ReadOnlyObjectWrapper<TokenShades> shades =
      new ReadOnlyObjectWrapper<>(this, "shades", GradientReading.UNKNOWN);
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(this, "sentence", "");
  private final ReadOnlyStringWrapper estimate = new ReadOnlyStringWrapper(this, "estimate", "");
  private IntFunction<String> words = id -> "id " + id;
  private OptionalInt chosen = OptionalInt.empty();
  private boolean shown;
  private @Nullable Prediction looked;

  /// The question that is being computed; null for none.
  private @Nullable Question asked;

  private @Nullable GradientReading known;

  /// The prediction of a token after an answer's position.
  private record Question(Prediction of, int token) {

    int[] ids() {
      return of.tokens().subList(0, of.position() + 1).stream()
          .mapToInt(ContextToken::id)
          .toArray();
    }
  }

  /// @param seconds of the run, which goes through the graph and back
  private record Answered(Attribution attribution, double seconds) {}

  GradientViewModel(Consumer<SlicedWork> engine, Executor background, Executor fxThread) {
    copy = new CopyViewModel<>(engine, background, fxThread, InsidePart.GRADIENTS);
    leftOut = new LeftOutViewModel(engine, fxThread);
    measure.subscribe((_, _) -> show());
    unit.subscribe((_, _) -> show());
    leftOut.effectsProperty().subscribe((_, _) -> show());
    copy.stateProperty().subscribe((_, _) -> ask());
  }

  // Events

  /// @param vocabulary the text of each token, for display
  void modelOpened(IntFunction<String> vocabulary) {
    forget();
    words = vocabulary;
    copy.modelOpened();
  }

  void forget() {
    removed();
    copy.forget();
  }

  void setShown(boolean now) {
    shown = now;
    if (!now) {
      asked = null;
      leftOut.stop();
    }
    copy.setShown(now);
    ask();
  }

  /// Takes the answer that is visible. What was selected in the answer before means nothing now.
  void look(Prediction answer) {
    if (looked == null || !looked.logits().equals(answer.logits())) {
      chosen = OptionalInt.empty();
    }
    looked = answer;
    ask();
  }

  /// Asks about a token of the visible answer; empty for the usual one.
  public void choose(OptionalInt token) {
    chosen = token;
    ask();
  }

  /// There is no answer any more.
  void removed() {
    looked = null;
    outdate();
    clear();
  }

  /// The text has changed, and another answer will come.
  void outdate() {
    asked = null;
    copy.cancelRun();
    leftOut.stop();
  }

  // Asking

  private static int usual(Prediction answer) {
    int next = answer.position() + 1;
    return next < answer.tokens().size()
        ? answer.tokens().get(next).id()
        : answer.logits().tokenAtRank(1);
  }

  private void ask() {
    var answer = looked;
    if (!shown || answer == null || copy.stateProperty().get() != CopyViewModel.State.OPEN) {
      return;
    }
    var question = new Question(answer, chosen.orElseGet(() -> usual(answer)));
    if (question.equals(asked) || isKnown(question)) {
      return;
    }
    if (known != null && !known.of().equals(answer)) {
      clearShades();
    }
    asked = question;
    int[] ids = question.ids();
    copy.run(
        (runs, cancellation) -> {
          long begun = System.nanoTime();
          var found = runs.run(ids, question.token(), cancellation);
          double seconds = (System.nanoTime() - begun) / 1e9;
          var played = answer.logits().toArray();
          return new Answered(Attribution.of(found, ids, question.token(), played), seconds);
        },
        found -> take(question, found),
        this::failed);
  }

  private boolean isKnown(Question question) {
    return known != null
        && known.of().equals(question.of())
        && known.attribution().id() == question.token();
  }

  private void failed() {
    asked = null;
    clear();
  }

  private void take(Question question, Answered answered) {
    asked = null;
    var found = answered.attribution();
    known = new GradientReading(question.of(), words.apply(question.token()), found);
    int count = found.tokens().size();
    estimate.set(
        count < 2
            ? "Without its only token there is no prompt to measure."
            : count
                + " runs of the model, up to about "
                + Durations.words(count * answered.seconds()));
    leftOut.look(
        new LeftOutViewModel.Question(known.context(), question.token(), found.logProbability()));
    show();
    ask();
  }

  // Showing

  private void show() {
    var reading = known;
    if (reading == null) {
      return;
    }
    var effects = leftOut.effectsProperty().get();
    if (effects.size() == reading.attribution().tokens().size()) {
      reading =
          new GradientReading(
              reading.of(), reading.word(), reading.attribution().withEffects(effects));
    }
    var by = measure.get();
    if (by == GradientMeasure.MEASURED && !reading.isMeasured()) {
      shades.set(GradientReading.UNKNOWN);
      sentence.set(
          "What drives “" + reading.word() + "”: measured by leaving out each token in turn.");
    } else {
      shades.set(reading.shades(by, unit.get()));
      sentence.set(reading.sentence(by, unit.get()));
    }
  }

  /// Takes the shades away, which belong to another text. The sentence stays until the next one, so
  /// that nothing moves.
  private void clearShades() {
    known = null;
    shades.set(GradientReading.UNKNOWN);
    leftOut.look(null);
  }

  private void clear() {
    clearShades();
    sentence.set("");
    estimate.set("");
  }

  // Properties

  /// The measure that the shades show.
  public ObjectProperty<GradientMeasure> measureProperty() {
    return measure;
  }

  /// The unit of the numbers.
  ObjectProperty<InformationUnit> unitProperty() {
    return unit;
  }

  ReadOnlyObjectProperty<TokenShades> shadesProperty() {
    return shades.getReadOnlyProperty();
  }

  /// The sentence about the tokens that drive the prediction most; empty before the first answer.
  public ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  /// The estimated cost of the measurement; empty while that is unknown.
  ReadOnlyStringProperty estimateProperty() {
    return estimate.getReadOnlyProperty();
  }

  CopyViewModel<GradientRuns> copy() {
    return copy;
  }

  LeftOutViewModel leftOut() {
    return leftOut;
  }
}
