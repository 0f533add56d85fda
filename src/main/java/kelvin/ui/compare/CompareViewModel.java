package kelvin.ui.compare;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import kelvin.display.BarScale;
import kelvin.display.InformationUnit;
import kelvin.distribution.ChainEvaluator;
import kelvin.distribution.InvalidLogitsException;
import kelvin.engine.Prediction;
import kelvin.engine.PredictionFailure;
import kelvin.engine.PredictionOutcome;
import kelvin.engine.PredictionRequest;
import kelvin.engine.SidePredictions;
import kelvin.engine.SlicedWork;
import kelvin.engine.next.NextToken;
import kelvin.text.Vocabulary;
import kelvin.ui.distribution.NextTokenPicture;
import kelvin.ui.fx.LatestInBackground;
import kelvin.ui.fx.LatestOnFxThread;
import kelvin.ui.plot.DistributionPicture;
import kelvin.ui.plot.Ghost;
import kelvin.ui.plot.Mark;
import kelvin.ui.plot.bars.DifferencePicture;
import org.jspecify.annotations.Nullable;

/// Compares two prompts under the same sampling: the playground's on the left and another on the
/// right, with the tokens that gain and lose most between them.
public final class CompareViewModel {

  private static final DifferencePicture.Names NAMES = new DifferencePicture.Names("left", "right");

  private final PlaygroundSide left;
  private final SidePredictions engine;
  private final LatestInBackground<Question, DifferencePicture> worker;
  private final ChainEvaluator evaluator = new ChainEvaluator();
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final ReadOnlyObjectWrapper<@Nullable DistributionPicture> picture =
      new ReadOnlyObjectWrapper<>(this, "picture");
  private final ReadOnlyStringWrapper heading = new ReadOnlyStringWrapper(this, "heading", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper(this, "stale", false);
  private final ReadOnlyObjectWrapper<@Nullable DifferencePicture> difference =
      new ReadOnlyObjectWrapper<>(this, "difference");
  private final ReadOnlyObjectWrapper<@Nullable Vocabulary> vocabulary =
      new ReadOnlyObjectWrapper<>(this, "vocabulary");
  private final ObjectProperty<BarScale> scale =
      new SimpleObjectProperty<>(this, "scale", BarScale.ABSOLUTE);
  private final ReadOnlyObjectWrapper<InformationUnit> unit =
      new ReadOnlyObjectWrapper<>(this, "unit", InformationUnit.BITS);
  private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
  private Supplier<String> zeroShot = () -> "";
  private @Nullable PredictionRequest asked;
  private @Nullable Prediction prediction;

  /// The distributions to compare.
  private record Question(
      DistributionPicture left, DistributionPicture right, Vocabulary vocabulary) {}

  /// @param engine runs work of low priority
  /// @param background computes differences
  public CompareViewModel(
      PlaygroundSide left, Consumer<SlicedWork> engine, Executor background, Executor fxThread) {
    this.left = left;
    this.engine = new SidePredictions(engine, new LatestOnFxThread<>(fxThread, this::show));
    worker =
        new LatestInBackground<>(
            background, fxThread, CompareViewModel::compute, this::showDifference);
    text.subscribe(_ -> ask());
    shown.subscribe(
        _ -> {
          ask();
          compare();
        });
    left.startToken().subscribe(_ -> ask());
    left.chain().subscribe(_ -> evaluate());
    left.picture().subscribe(_ -> leftChanged());
  }

  /// Takes over the vocabulary of another model and asks again.
  public void setVocabulary(Vocabulary vocabulary) {
    this.vocabulary.set(vocabulary);
    prediction = null;
    picture.set(null);
    difference.set(null);
    asked = null;
    ask();
  }

  // Commands

  /// Copies the playground's prompt to the right side, where it can be changed.
  public void copyFromPlayground() {
    text.set(left.prompt().getValue());
  }

  /// Copies the playground's prompt without its examples to the right side.
  public void takeZeroShot() {
    text.set(zeroShot.get());
  }

  /// @param zeroShot returns the playground's composed prompt without its examples
  public void setZeroShot(Supplier<String> zeroShot) {
    this.zeroShot = zeroShot;
  }

  // The right side

  private void ask() {
    if (!shown.get() || vocabulary.get() == null) {
      return;
    }
    if (text.get().isEmpty()) {
      engine.cancel();
      asked = null;
      showNothing("");
      return;
    }
    var request =
        new PredictionRequest(
            text.get(), List.of(), OptionalInt.empty(), left.startToken().getValue());
    if (!request.equals(asked)) {
      asked = request;
      stale.set(prediction != null);
      engine.predict(request);
    }
  }

  private void show(PredictionOutcome outcome) {
    if (!outcome.request().equals(asked)) {
      return;
    }
    switch (outcome) {
      case PredictionFailure failure -> showNothing(failure.message());
      case Prediction answer -> {
        stale.set(false);
        prediction = answer;
        evaluate();
      }
    }
  }

  private void showNothing(String sentence) {
    stale.set(false);
    prediction = null;
    picture.set(null);
    heading.set("");
    difference.set(null);
    problem.set(sentence);
  }

  private void evaluate() {
    var now = prediction;
    var words = vocabulary.get();
    if (now == null || words == null) {
      return;
    }
    try {
      var next = NextToken.of(now, left.chain().getValue(), evaluator);
      problem.set("");
      heading.set(new NextTokenPicture(next, words).heading());
      picture.set(
          new DistributionPicture(next.distribution(), words::visibleText, Mark.NONE, unit.get()));
      compare();
    } catch (InvalidLogitsException e) {
      picture.set(null);
      difference.set(null);
      problem.set("These settings leave no distribution: " + e.getMessage() + ".");
    }
  }

  private void leftChanged() {
    var one = left.picture().getValue();
    var before = unit.get();
    unit.set(one == null ? before : one.unit());
    if (unit.get() != before) {
      evaluate();
    } else {
      compare();
    }
  }

  // The difference

  private void compare() {
    var one = left.picture().getValue();
    var other = picture.get();
    var words = vocabulary.get();
    if (!shown.get() || words == null || one == null || other == null) {
      difference.set(null);
    } else if (one.count() == other.count()) {
      worker.ask(new Question(one, other, words));
    }
  }

  private static DifferencePicture compute(Question question) {
    return DifferencePicture.between(
        new Ghost(question.left().distribution().scaled(), "left"),
        question.right().distribution().scaled(),
        question.vocabulary()::visibleText,
        NAMES);
  }

  private void showDifference(DifferencePicture now) {
    var one = left.picture().getValue();
    var other = picture.get();
    boolean current =
        one != null
            && other != null
            && now.live().equals(other.distribution().scaled())
            && now.pinned().scaled().equals(one.distribution().scaled());
    if (current) {
      difference.set(now);
    }
  }

  // Properties

  /// The playground's side.
  public PlaygroundSide left() {
    return left;
  }

  /// The right prompt.
  public StringProperty textProperty() {
    return text;
  }

  /// The distribution after the right prompt; null for none.
  public ReadOnlyObjectProperty<@Nullable DistributionPicture> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  /// The heading of the right distribution.
  public ReadOnlyStringProperty headingProperty() {
    return heading.getReadOnlyProperty();
  }

  /// The reason why there is no right distribution, or empty.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// True if the distribution belongs to an earlier text.
  public ReadOnlyBooleanProperty staleProperty() {
    return stale.getReadOnlyProperty();
  }

  /// The difference from the left to the right distribution; null while one of them is missing.
  public ReadOnlyObjectProperty<@Nullable DifferencePicture> differenceProperty() {
    return difference.getReadOnlyProperty();
  }

  /// The vocabulary of the model; null before the first one.
  public ReadOnlyObjectProperty<@Nullable Vocabulary> vocabularyProperty() {
    return vocabulary.getReadOnlyProperty();
  }

  /// The scale of both sides, absolute or logarithmic, so that bars can be compared across.
  public ObjectProperty<BarScale> scaleProperty() {
    return scale;
  }

  /// The unit of entropies and divergences, which is the playground's.
  public ReadOnlyObjectProperty<InformationUnit> unitProperty() {
    return unit.getReadOnlyProperty();
  }

  /// True if the comparison is visible. Only then does the right prompt run.
  public BooleanProperty shownProperty() {
    return shown;
  }
}
