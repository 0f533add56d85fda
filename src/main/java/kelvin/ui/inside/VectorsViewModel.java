package kelvin.ui.inside;

import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import kelvin.engine.SlicedWork;
import kelvin.engine.inside.SpacesOpening;
import kelvin.engine.inside.TokenSpace;
import kelvin.engine.inside.TokenSpaces;
import kelvin.inference.InferenceException;
import kelvin.inference.inner.TokenVectors.Matrix;
import kelvin.text.Vocabulary;
import org.jspecify.annotations.Nullable;

/// Opens the vectors of the model's tokens the first time that somebody looks, and answers
/// questions about them in the background. Until then nothing is read.
public final class VectorsViewModel {

  private final Consumer<SlicedWork> engine;
  private final Executor background;
  private final Executor fxThread;
  private final ReadOnlyObjectWrapper<@Nullable TokenSpaces> spaces =
      new ReadOnlyObjectWrapper<>(this, "spaces");
  private final ReadOnlyObjectWrapper<@Nullable Vocabulary> vocabulary =
      new ReadOnlyObjectWrapper<>(this, "vocabulary");
  private final ObjectProperty<Matrix> matrix =
      new SimpleObjectProperty<>(this, "matrix", Matrix.INPUT);
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
  private @Nullable SpacesOpening opening;
  private boolean shown;

  /// @param engine runs work on the inference thread
  /// @param background runs one task at a time
  public VectorsViewModel(Consumer<SlicedWork> engine, Executor background, Executor fxThread) {
    this.engine = engine;
    this.background = background;
    this.fxThread = fxThread;
    matrix.subscribe((_, _) -> explain());
  }

  /// Takes over the vocabulary of a model that was opened. The old one's vectors are closed.
  public void setVocabulary(Vocabulary other) {
    forget();
    vocabulary.set(other);
    open();
  }

  /// Closes the vectors and stops what is being opened.
  public void forget() {
    var begun = opening;
    if (begun != null) {
      begun.cancel();
      opening = null;
    }
    var old = spaces.get();
    spaces.set(null);
    message.set("");
    if (old != null) {
      // In the background, behind the searches that still use them.
      background.execute(old::close);
    }
  }

  /// Says whether somebody looks at what needs vectors.
  public void setShown(boolean now) {
    shown = now;
    open();
    if (!now && spaces.get() == null) {
      forget();
    }
  }

  private void open() {
    if (!shown || vocabulary.get() == null || spaces.get() != null || opening != null) {
      return;
    }
    message.set("Reading the vectors of the tokens …");
    var begun = new SpacesOpening[1];
    begun[0] =
        new SpacesOpening(
            background,
            opened -> fxThread.execute(() -> take(begun[0], opened)),
            reason -> fxThread.execute(() -> refuse(begun[0], reason)));
    opening = begun[0];
    engine.accept(begun[0]);
  }

  private void take(SpacesOpening from, TokenSpaces opened) {
    if (!from.equals(opening)) {
      background.execute(opened::close);
      return;
    }
    opening = null;
    spaces.set(opened);
    if (opened.isSame()) {
      matrix.set(Matrix.INPUT);
    }
    explain();
  }

  private void refuse(SpacesOpening from, String reason) {
    if (from.equals(opening)) {
      opening = null;
      message.set(reason);
    }
  }

  private void explain() {
    var opened = spaces.get();
    if (opened != null) {
      message.set(opened.problem(matrix.get()));
    }
  }

  /// Answers a question in the background, if the chosen matrix is open.
  ///
  /// @param work not on the FX thread
  /// @param target gets the answer on the FX thread, if the model is still the same
  /// @param onProblem gets a sentence on the FX thread
  <A> void ask(
      BiFunction<TokenSpace, Vocabulary, A> work,
      BiConsumer<A, Vocabulary> target,
      Consumer<String> onProblem) {
    var asked = spaces.get();
    var words = vocabulary.get();
    if (asked == null || words == null || asked.space(matrix.get()).isEmpty()) {
      return;
    }
    var space = asked.space(matrix.get()).orElseThrow();
    background.execute(
        () -> {
          try {
            var answer = work.apply(space, words);
            tell(asked, () -> target.accept(answer, words));
          } catch (InferenceException e) {
            tell(asked, () -> onProblem.accept(String.valueOf(e.getMessage())));
          }
        });
  }

  private void tell(TokenSpaces asked, Runnable news) {
    fxThread.execute(
        () -> {
          if (asked.equals(spaces.get())) {
            news.run();
          }
        });
  }

  /// The open vectors; null before somebody looked, and without a model.
  public ReadOnlyObjectProperty<@Nullable TokenSpaces> spacesProperty() {
    return spaces.getReadOnlyProperty();
  }

  /// The vocabulary of the open model; null for none.
  public ReadOnlyObjectProperty<@Nullable Vocabulary> vocabularyProperty() {
    return vocabulary.getReadOnlyProperty();
  }

  /// The matrix whose vectors are compared.
  public ObjectProperty<Matrix> matrixProperty() {
    return matrix;
  }

  /// A sentence about work in progress or about what the model does not show; empty for none.
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }
}
