package kelvin.ui.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import kelvin.engine.inside.Analogies;
import kelvin.engine.inside.NamedToken;
import kelvin.engine.inside.TokenMap;
import kelvin.inference.InferenceException;
import kelvin.text.Vocabulary;
import kelvin.ui.inside.figure.MapPictures;
import kelvin.ui.plot.map.MapPicture;
import kelvin.ui.plot.map.Viewport;
import kelvin.workspace.map.MapTokens;

/// The tokens on the map and how it is shown. Without chosen tokens, the map shows the candidates
/// of the answer.
public final class MapViewModel {

  private final VectorsViewModel vectors;
  private final Supplier<List<Integer>> candidates;
  private final ObjectProperty<MapTokens> chosen =
      new SimpleObjectProperty<>(this, "chosen", MapTokens.NONE);
  private final ReadOnlyObjectWrapper<MapPicture> picture =
      new ReadOnlyObjectWrapper<>(this, "picture", MapPicture.EMPTY);
  private final ObjectProperty<Viewport> viewport =
      new SimpleObjectProperty<>(this, "viewport", Viewport.WHOLE);
  private final BooleanProperty labelled = new SimpleBooleanProperty(this, "labelled", true);
  private final ObjectProperty<Boolean> lassoing =
      new SimpleObjectProperty<>(this, "lassoing", false);
  private final ObjectProperty<Set<Integer>> selected =
      new SimpleObjectProperty<>(this, "selected", Set.of());
  private final StringProperty typed = new SimpleStringProperty(this, "typed", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private List<Integer> asked = List.of();

  /// @param candidates the most probable tokens of the answer
  MapViewModel(VectorsViewModel vectors, Supplier<List<Integer>> candidates) {
    this.vectors = vectors;
    this.candidates = candidates;
    chosen.subscribe((_, _) -> ask());
    vectors.spacesProperty().subscribe(_ -> ask());
    vectors.matrixProperty().subscribe((_, _) -> ask());
  }

  /// Asks for the map again, because the candidates may have changed.
  void refresh() {
    if (chosen.get().isEmpty()) {
      ask();
    }
  }

  private void ask() {
    var vocabulary = vectors.vocabularyProperty().get();
    var spaces = vectors.spacesProperty().get();
    var matrix = vectors.matrixProperty().get();
    if (vocabulary == null || spaces == null || spaces.space(matrix).isEmpty()) {
      picture.set(MapPicture.EMPTY);
      return;
    }
    var ids = idsIn(vocabulary);
    asked = ids;
    vectors.ask(
        (space, words) ->
            MapPictures.of(
                TokenMap.of(space, ids.stream().filter(id -> id < space.size()).toList()), words),
        (answer, _) -> {
          if (asked.equals(ids) && vectors.matrixProperty().get() == matrix) {
            picture.set(answer);
            problem.set(missing(vocabulary));
          }
        },
        problem::set);
  }

  private String missing(Vocabulary vocabulary) {
    int missing = chosen.get().tokens().size() - chosen.get().idsIn(vocabulary).size();
    return missing == 0
        ? ""
        : missing == 1
            ? "One chosen token is not in this model."
            : missing + " chosen tokens are not in this model.";
  }

  private List<Integer> idsIn(Vocabulary vocabulary) {
    return chosen.get().isEmpty() ? candidates.get() : chosen.get().idsIn(vocabulary);
  }

  // Choosing

  /// Adds tokens to those on the map.
  public void add(List<Integer> ids) {
    var vocabulary = vectors.vocabularyProperty().get();
    if (vocabulary == null) {
      return;
    }
    var all = new ArrayList<>(idsIn(vocabulary));
    all.addAll(ids);
    var wanted = all.stream().distinct().toList();
    if (wanted.size() > TokenMap.MAX_TOKENS) {
      problem.set(
          "A map has at most " + TokenMap.MAX_TOKENS + " tokens. Remove some before you add more.");
      return;
    }
    problem.set("");
    chosen.set(MapTokens.of(wanted, vocabulary));
    selected.set(Set.copyOf(ids));
  }

  /// Adds the words that were typed. If one is no token, none is added.
  public void addTyped() {
    var vocabulary = vectors.vocabularyProperty().get();
    if (vocabulary == null || typed.get().isBlank()) {
      return;
    }
    try {
      var ids = NamedToken.idsIn(typed.get(), vocabulary);
      typed.set("");
      add(ids);
    } catch (InferenceException e) {
      problem.set(String.valueOf(e.getMessage()));
    }
  }

  /// Replaces the tokens by the words of a relation that comes along.
  public void showRelation(Analogies.Relation relation) {
    var vocabulary = vectors.vocabularyProperty().get();
    if (vocabulary == null) {
      return;
    }
    var ids = new ArrayList<Integer>();
    for (var pair : relation.pairs()) {
      for (var word : List.of(pair.first(), pair.second())) {
        new NamedToken(word, false).find(vocabulary).ifPresent(ids::add);
      }
    }
    if (ids.isEmpty()) {
      problem.set("This model has none of these words as one token.");
      return;
    }
    viewport.set(Viewport.WHOLE);
    chosen.set(MapTokens.of(ids, vocabulary));
  }

  /// Removes the tokens that were selected with a lasso, or one.
  ///
  /// @param ids the tokens to remove
  public void remove(Set<Integer> ids) {
    var vocabulary = vectors.vocabularyProperty().get();
    if (vocabulary == null || ids.isEmpty()) {
      return;
    }
    var rest = idsIn(vocabulary).stream().filter(id -> !ids.contains(id)).toList();
    selected.set(Set.of());
    chosen.set(MapTokens.of(rest, vocabulary));
  }

  /// Forgets the chosen tokens; the map shows the candidates again.
  public void clear() {
    problem.set("");
    selected.set(Set.of());
    viewport.set(Viewport.WHOLE);
    chosen.set(MapTokens.NONE);
  }

  // Properties

  /// The chosen tokens; none while the map shows the candidates.
  public ObjectProperty<MapTokens> chosenProperty() {
    return chosen;
  }

  /// The map as it is known.
  public ReadOnlyObjectProperty<MapPicture> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  /// The part of the map that is shown.
  public ObjectProperty<Viewport> viewportProperty() {
    return viewport;
  }

  /// True if tokens have their texts beside them.
  public BooleanProperty labelledProperty() {
    return labelled;
  }

  /// True if dragging selects instead of moving the map.
  public ObjectProperty<Boolean> lassoingProperty() {
    return lassoing;
  }

  /// The ids of the selected tokens.
  public ObjectProperty<Set<Integer>> selectedProperty() {
    return selected;
  }

  /// Words to add.
  public StringProperty typedProperty() {
    return typed;
  }

  /// A sentence about what could not be done; empty for none.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
