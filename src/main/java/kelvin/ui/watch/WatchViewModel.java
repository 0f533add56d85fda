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

/// The tokens that the user watches while prompt, position, sliders and model change.
///
/// A word with and without a leading space is two tokens; typing it watches both. A row keeps the
/// text, not the ids: another model is asked for its own tokens of the text.
public final class WatchViewModel {

  private final ObservableList<WatchedRow> rows = FXCollections.observableArrayList();
  private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
  private final ReadOnlyIntegerWrapper position = new ReadOnlyIntegerWrapper(this, "position", -1);
  private final ReadOnlyObjectWrapper<List<Integer>> tokenIds =
      new ReadOnlyObjectWrapper<>(this, "tokenIds", List.of());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

  /// The exact texts of each row.
  private final List<List<String>> texts = new ArrayList<>();

  /// The traces in the model's tokens, by text.
  private final Map<String, TextTrace> traces = new HashMap<>();

  private Vocabulary vocabulary = Vocabulary.ofIds(0);
  private @Nullable TruncatedDistribution shown;
  private BiConsumer<List<String>, Consumer<TextTraces>> onTrace = (_, _) -> {};

  // Commands

  /// Watches the text with and without a leading space, each in a row of its own.
  public void watch(String text) {
    if (text.isEmpty()) {
      return;
    }
    var wanted = text.startsWith(" ") ? List.of(text) : List.of(text, " " + text);
    watch(text, wanted);
  }

  /// Watches a text as it is, without its other spelling.
  public void watchExactly(String text) {
    watch(text, List.of(text));
  }

  /// The row of a text that is watched alone, 0-based; −1 if there is none.
  public int rowOf(String text) {
    return texts.indexOf(List.of(text));
  }

  private void watch(String text, List<String> wanted) {
    var followed = new HashSet<>(allTexts());
    var fresh = wanted.stream().filter(spelling -> !followed.contains(spelling)).toList();
    problem.set(fresh.isEmpty() ? "“" + text + "” is already watched." : "");
    fresh.forEach(spelling -> texts.add(List.of(spelling)));
    fresh.forEach(this::find);
    trace();
    update();
  }

  /// Forgets the message about the text that was to be watched last.
  void forgetProblem() {
    problem.set("");
  }

  /// The exact watched texts, by row.
  public List<List<String>> texts() {
    return List.copyOf(texts);
  }

  /// Watches exactly these texts; those of one row count as one.
  public void restore(List<List<String>> wanted) {
    clear();
    wanted.stream().filter(row -> !row.isEmpty()).map(List::copyOf).forEach(texts::add);
    allTexts().forEach(this::find);
    trace();
    update();
  }

  /// Stops watching all texts.
  public void clear() {
    texts.clear();
    traces.clear();
    problem.set("");
    selected.set(-1);
    update();
  }

  /// Stops watching a row.
  public void remove(int row) {
    if (isRow(row)) {
      texts.remove(row);
      selected.set(Math.min(selected.get(), texts.size() - 1));
      problem.set("");
      update();
    }
  }

  /// Moves a row to another place; a place past an end means that end.
  public void move(int row, int to) {
    if (isRow(row)) {
      int target = Math.clamp(to, 0, texts.size() - 1);
      texts.add(target, texts.remove(row));
      selected.set(target);
      update();
    }
  }

  /// Joins two rows in the place of the first: its probability is their sum.
  public void join(int row, int other) {
    if (isRow(row) && isRow(other) && row != other) {
      var joined = Stream.concat(texts.get(row).stream(), texts.get(other).stream()).toList();
      texts.set(row, joined);
      texts.remove(other);
      selected.set(other < row ? row - 1 : row);
      update();
    }
  }

  /// Splits a joined row into one row for each spelling.
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

  /// Finds the tokens of another model for the same texts.
  public void setVocabulary(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    traces.clear();
    shown = null;
    problem.set("");
    allTexts().forEach(this::find);
    trace();
    update();
  }

  /// Shows the numbers of another position or context.
  ///
  /// @param now of the token before, 0-based; −1 for none
  public void showPosition(int now) {
    position.set(now);
    trace();
  }

  /// Shows the numbers of the rows in this distribution, or none.
  public void show(@Nullable TruncatedDistribution distribution) {
    shown = distribution;
    update();
  }

  /// Shows the probabilities of the texts at every position. Ignores an answer of the previous
  /// model.
  public void showTraces(TextTraces answer) {
    if (answer.vocabulary().equals(vocabulary)) {
      answer.texts().forEach(trace -> traces.put(trace.text(), trace));
      update();
    }
  }

  /// Sets the destination of trace requests. The answer must arrive on the FX thread.
  public void setOnTrace(BiConsumer<List<String>, Consumer<TextTraces>> onTrace) {
    this.onTrace = onTrace;
  }

  /// A text of a single token can be found without a request.
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
    // A row with new numbers keeps its place in the view, and so the focus.
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
        RowProbabilities.of(
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

  /// The row with visible details, 0-based; −1 for none.
  public IntegerProperty selectedProperty() {
    return selected;
  }

  /// The position whose distribution is visible, 0-based; −1 for none.
  public ReadOnlyIntegerProperty positionProperty() {
    return position.getReadOnlyProperty();
  }

  /// The ids of all watched tokens, each once, for plots that draw them.
  public ReadOnlyObjectProperty<List<Integer>> tokenIdsProperty() {
    return tokenIds.getReadOnlyProperty();
  }

  /// The reason why a text was refused, or empty.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
