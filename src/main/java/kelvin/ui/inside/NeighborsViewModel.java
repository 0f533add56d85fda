package kelvin.ui.inside;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import kelvin.engine.inside.Analogies;
import kelvin.engine.inside.Similarity;
import kelvin.engine.inside.TokenSum;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.InferenceException;

/// The nearest tokens of a token or a sum, the way back, and how often sums work.
public final class NeighborsViewModel {

  private final VectorsViewModel vectors;
  private final StringProperty typed = new SimpleStringProperty(this, "typed", "");
  private final ReadOnlyObjectWrapper<Optional<TokenSum>> looked =
      new ReadOnlyObjectWrapper<>(this, "looked", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Neighborhood>> found =
      new ReadOnlyObjectWrapper<>(this, "found", Optional.empty());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyBooleanWrapper hasPast = new ReadOnlyBooleanWrapper(this, "hasPast");
  private final ReadOnlyObjectWrapper<List<Analogies.Score>> scores =
      new ReadOnlyObjectWrapper<>(this, "scores", List.of());
  private final ReadOnlyBooleanWrapper measuring = new ReadOnlyBooleanWrapper(this, "measuring");
  private final Deque<TokenSum> past = new ArrayDeque<>();
  private Cancellation measurement = new Cancellation();

  NeighborsViewModel(VectorsViewModel vectors) {
    this.vectors = vectors;
    vectors.spacesProperty().subscribe(_ -> ask());
    vectors.matrixProperty().subscribe((_, _) -> ask());
    vectors.matrixProperty().subscribe((_, _) -> forgetScores());
    vectors.vocabularyProperty().subscribe((_, _) -> forget());
  }

  private void forget() {
    past.clear();
    hasPast.set(false);
    problem.set("");
    looked.set(Optional.empty());
    found.set(Optional.empty());
    forgetScores();
  }

  /// Looks at a token.
  public void look(int id) {
    look(new TokenSum(List.of(new TokenSum.Term(id, 1))));
  }

  /// Looks at a sum; the way back leads to what was looked at before.
  void look(TokenSum sum) {
    looked
        .get()
        .filter(before -> !before.equals(sum))
        .ifPresent(
            before -> {
              past.push(before);
              hasPast.set(true);
            });
    show(sum);
  }

  private void show(TokenSum sum) {
    looked.set(Optional.of(sum));
    problem.set("");
    typed.set("");
    ask();
  }

  /// Looks at what was typed: a word or a sum of words.
  public void lookAtTyped() {
    var vocabulary = vectors.vocabularyProperty().get();
    if (vocabulary == null) {
      return;
    }
    try {
      look(TokenSum.read(typed.get(), vocabulary));
    } catch (InferenceException e) {
      problem.set(String.valueOf(e.getMessage()));
    }
  }

  /// Returns to what was looked at before.
  public void goBack() {
    if (!past.isEmpty()) {
      var before = past.pop();
      hasPast.set(!past.isEmpty());
      show(before);
    }
  }

  private void ask() {
    var sum = looked.get().orElse(null);
    if (sum == null) {
      return;
    }
    var matrix = vectors.matrixProperty().get();
    if (!hasVectors()) {
      found.set(Optional.empty());
      return;
    }
    vectors.ask(
        (space, vocabulary) -> Neighborhood.of(sum, space, vocabulary),
        (answer, _) -> {
          if (isStillAsked(sum, matrix)) {
            found.set(Optional.of(answer));
          }
        },
        reason -> {
          if (isStillAsked(sum, matrix)) {
            found.set(Optional.empty());
            problem.set(reason);
          }
        });
  }

  private boolean isStillAsked(TokenSum sum, Object matrix) {
    return looked.get().equals(Optional.of(sum)) && vectors.matrixProperty().get().equals(matrix);
  }

  private boolean hasVectors() {
    var spaces = vectors.spacesProperty().get();
    return spaces != null && spaces.space(vectors.matrixProperty().get()).isPresent();
  }

  // The list of sums

  /// Measures how often the sums of the list that comes along find the right token; stops it if it
  /// is being measured.
  public void measure() {
    if (measuring.get()) {
      forgetScores();
      return;
    }
    var cancellation = new Cancellation();
    measurement = cancellation;
    if (!hasVectors()) {
      return;
    }
    measuring.set(true);
    measure(Analogies.bundled().relations(), List.of(), cancellation);
  }

  /// Measures one relation after the other, so that other questions come between them.
  private void measure(
      List<Analogies.Relation> relations, List<Analogies.Score> known, Cancellation cancellation) {
    if (known.size() == relations.size()) {
      measuring.set(false);
      scores.set(known);
      return;
    }
    var next = new Analogies(List.of(relations.get(known.size())));
    vectors.<List<Analogies.Score>>ask(
        (space, vocabulary) -> {
          try {
            return next.measure(space, vocabulary, Similarity.COSINE, cancellation);
          } catch (CancelledException _) {
            return List.of();
          }
        },
        (answer, _) -> {
          if (!cancellation.isCancelled()) {
            var more = new ArrayList<>(known);
            more.addAll(answer);
            measure(relations, List.copyOf(more), cancellation);
          }
        },
        reason -> {
          measuring.set(false);
          problem.set(reason);
        });
  }

  private void forgetScores() {
    measurement.cancel();
    measuring.set(false);
    scores.set(List.of());
  }

  // Properties

  /// The text that the user is typing.
  public StringProperty typedProperty() {
    return typed;
  }

  /// The token or sum that is looked at.
  public ReadOnlyObjectProperty<Optional<TokenSum>> lookedProperty() {
    return looked.getReadOnlyProperty();
  }

  /// Its nearest tokens, once they are found.
  ReadOnlyObjectProperty<Optional<Neighborhood>> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /// True if the model shows the vectors that are chosen, so that sums can be measured.
  BooleanBinding measurableProperty() {
    return Bindings.createBooleanBinding(
        this::hasVectors, vectors.spacesProperty(), vectors.matrixProperty());
  }

  /// The reason why there are none; empty for no problem.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// True if something was looked at before.
  public ReadOnlyBooleanProperty hasPastProperty() {
    return hasPast.getReadOnlyProperty();
  }

  /// The results of the list; empty before it was measured.
  public ReadOnlyObjectProperty<List<Analogies.Score>> scoresProperty() {
    return scores.getReadOnlyProperty();
  }

  /// True while the list is measured.
  public ReadOnlyBooleanProperty measuringProperty() {
    return measuring.getReadOnlyProperty();
  }
}
