package kelvin.ui.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kelvin.distribution.TruncatedDistribution;
import kelvin.engine.TextTrace;
import kelvin.engine.TextTraces;
import kelvin.text.Vocabulary;
import org.jspecify.annotations.Nullable;

/// Tokens that are followed wherever the prompt, the position, the sliders and the model go.
///
/// A word with and without a leading space is two tokens; typing it follows both. What is followed
/// is the text: another model is asked for its own tokens of it.
public final class WatchViewModel {

  private final ObservableList<WatchedRow> rows = FXCollections.observableArrayList();
  private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
  private final ReadOnlyIntegerWrapper position = new ReadOnlyIntegerWrapper(this, "position", -1);
  private final ReadOnlyObjectWrapper<List<Integer>> tokenIds =
      new ReadOnlyObjectWrapper<>(this, "tokenIds", List.of());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

  /// The exact texts of each row.
  private final List<List<String>> texts = new ArrayList<>();

  /// What is known of them in the model's tokens, by text.
  private final Map<String, TextTrace> traces = new HashMap<>();

  private Vocabulary vocabulary = Vocabulary.ofIds(0);
  private @Nullable TruncatedDistribution shown;
  private BiConsumer<List<String>, Consumer<TextTraces>> onTrace = (_, _) -> {};

  // Commands

  /// Follows the text with and without a leading space, each in a row of its own.
  public void watch(String text) {
    if (text.isEmpty()) {
      return;
    }
    var wanted = text.startsWith(" ") ? List.of(text) : List.of(text, " " + text);
    var followed = new HashSet<>(allTexts());
    var fresh = wanted.stream().filter(spelling -> !followed.contains(spelling)).toList();
    problem.set(fresh.isEmpty() ? "“" + text + "” is already followed." : "");
    fresh.forEach(spelling -> texts.add(List.of(spelling)));
    fresh.forEach(this::find);
    trace();
    update();
  }

  /// The exact texts that are followed, by row.
  public List<List<String>> texts() {
    return List.copyOf(texts);
  }

  /// Follows these texts and no others, each row's as one.
  public void restore(List<List<String>> wanted) {
    clear();
    wanted.stream().filter(row -> !row.isEmpty()).map(List::copyOf).forEach(texts::add);
    allTexts().forEach(this::find);
    trace();
    update();
  }

  /// Follows none of these texts any more.
  public void clear() {
    texts.clear();
    traces.clear();
    problem.set("");
    selected.set(-1);
    update();
  }

  /// Follows a row no more.
  public void remove(int row) {
    if (isRow(row)) {
      texts.remove(row);
      selected.set(Math.min(selected.get(), texts.size() - 1));
      problem.set("");
      update();
    }
  }

  /// Moves a row to another place; past an end it goes to the end.
  public void move(int row, int to) {
    if (isRow(row)) {
      int target = Math.clamp(to, 0, texts.size() - 1);
      texts.add(target, texts.remove(row));
      selected.set(target);
      update();
    }
  }

  /// Counts two rows as one from now on, in the place of the first: its probability is their sum.
  public void join(int row, int other) {
    if (isRow(row) && isRow(other) && row != other) {
      var joined = Stream.concat(texts.get(row).stream(), texts.get(other).stream()).toList();
      texts.set(row, joined);
      texts.remove(other);
      selected.set(other < row ? row - 1 : row);
      update();
    }
  }

  /// Gives each spelling of a joined row a row of its own again.
  public void split(int row) {
    if (isRow(row)) {
      var spellings = texts.remove(row);
      for (int i = 0; i < spellings.size(); i++) {
        texts.add(row + i, List.of(spellings.get(i)));
      }
      update();
    }
  }

  private boolean isRow(int row) {
    return row >= 0 && row < texts.size();
  }

  /// Finds the texts anew among another model's tokens.
  public void setVocabulary(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    traces.clear();
    shown = null;
    problem.set("");
    allTexts().forEach(this::find);
    trace();
    update();
  }

  /// Shows the numbers of another context's position.
  ///
  /// @param now 0-based, of the token before; −1 for none
  public void showPosition(int now) {
    position.set(now);
    trace();
  }

  /// Shows the rows' numbers in this distribution, or none.
  public void show(@Nullable TruncatedDistribution distribution) {
    shown = distribution;
    update();
  }

  /// Shows where the texts stood at every position; an answer of a model before is dropped.
  public void showTraces(TextTraces answer) {
    if (answer.vocabulary().equals(vocabulary)) {
      answer.texts().forEach(trace -> traces.put(trace.text(), trace));
      update();
    }
  }

  /// Where texts are asked for; the answer is expected on the FX thread.
  public void setOnTrace(BiConsumer<List<String>, Consumer<TextTraces>> onTrace) {
    this.onTrace = onTrace;
  }

  /// What is one token needs no answer to be found.
  private void find(String text) {
    vocabulary
        .find(text)
        .ifPresent(id -> traces.put(text, new TextTrace(text, List.of(id), List.of())));
  }

  private void trace() {
    var all = allTexts();
    if (!all.isEmpty()) {
      onTrace.accept(all, this::showTraces);
    }
  }

  private List<String> allTexts() {
    return texts.stream().flatMap(List::stream).toList();
  }

  private void update() {
    var now = texts.stream().map(this::row).toList();
    // A row that changes only its numbers keeps its place in the view, and the focus with it.
    if (now.size() == rows.size()) {
      for (int i = 0; i < now.size(); i++) {
        rows.set(i, now.get(i));
      }
    } else {
      rows.setAll(now);
    }
    tokenIds.set(rows.stream().flatMap(row -> row.tokenIds().stream()).distinct().toList());
  }

  private WatchedRow row(List<String> ofRow) {
    var row = WatchedRow.of(ofRow.stream().map(this::spelling).toList());
    var history =
        History.of(
            ofRow.stream()
                .flatMap(text -> Stream.ofNullable(traces.get(text)))
                .filter(trace -> !trace.ids().isEmpty())
                .toList());
    var distribution = shown;
    return distribution == null
        ? row
        : row.with(WatchedNumbers.of(row.tokenIds(), distribution), history);
  }

  private Spelling spelling(String text) {
    var trace = traces.get(text);
    return trace == null
        ? Spelling.of(text, List.of(), vocabulary, false)
        : Spelling.of(text, trace.ids(), vocabulary, true);
  }

  // Properties

  public ObservableList<WatchedRow> rows() {
    return rows;
  }

  /// The row that shows everything, 0-based; −1 for none.
  public IntegerProperty selectedProperty() {
    return selected;
  }

  /// The position whose distribution is on show, 0-based; −1 for none.
  public ReadOnlyIntegerProperty positionProperty() {
    return position.getReadOnlyProperty();
  }

  /// The ids of all followed tokens, each once, for whoever draws them.
  public ReadOnlyObjectProperty<List<Integer>> tokenIdsProperty() {
    return tokenIds.getReadOnlyProperty();
  }

  /// Why a text was not taken, or empty.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
