package kelvin.ui.distribution;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import kelvin.distribution.Logits;
import kelvin.text.Vocabulary;
import kelvin.ui.control.Numbers;
import kelvin.ui.fx.LatestInBackground;
import org.jspecify.annotations.Nullable;

/// Goes to a token of the vocabulary: by its text, by its id or by its rank.
public final class FindViewModel {

  private final BooleanProperty open = new SimpleBooleanProperty(this, "open", false);
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final ReadOnlyStringWrapper result = new ReadOnlyStringWrapper(this, "result", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final LatestInBackground<TokenSearch, TokenSearch.Found> worker;
  private final IntConsumer onRank;
  private @Nullable Logits logits;
  private @Nullable Vocabulary vocabulary;
  private @Nullable TokenSearch asked;
  private List<Integer> ranks = List.of();

  /// The text that the matches belong to.
  private String searched = "";

  /// The index of the current match; −1 before the first.
  private int at = -1;

  /// @param background runs one task at a time, not on the FX thread
  /// @param onRank called with each rank to go to
  FindViewModel(Executor background, Executor fxThread, IntConsumer onRank) {
    this.onRank = onRank;
    worker = new LatestInBackground<>(background, fxThread, TokenSearch::run, this::found);
    text.subscribe((_, _) -> search());
    open.subscribe((_, _) -> search());
  }

  // Commands

  /// Goes to the next match; after the last one to the first.
  public void next() {
    go(1);
  }

  /// Goes to the previous match; before the first one to the last.
  public void previous() {
    go(-1);
  }

  private void go(int step) {
    if (!ranks.isEmpty()) {
      at = Math.floorMod(at < 0 && step < 0 ? 0 : at + step, ranks.size());
      onRank.accept(ranks.get(at));
      say();
    }
  }

  /// Goes to a rank as typed, or reports that there is no such rank.
  public void goToRank(String typed) {
    var now = logits;
    if (now == null || typed.isBlank()) {
      problem.set("");
      return;
    }
    int rank = rank(typed);
    boolean there = rank >= 1 && rank <= now.knownCount();
    problem.set(there ? "" : "Ranks go from 1 to " + Numbers.count(now.knownCount()) + ".");
    if (there) {
      onRank.accept(rank);
    }
  }

  private static int rank(String typed) {
    try {
      return Integer.parseInt(typed.strip().replace(",", "").replace("_", ""));
    } catch (NumberFormatException _) {
      return 0;
    }
  }

  // Updates from the distribution

  void setVocabulary(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /// Takes over new logits. The search runs again, but the view does not move.
  void show(Logits logits) {
    if (!logits.equals(this.logits)) {
      this.logits = logits;
      search();
    }
  }

  private void search() {
    var now = logits;
    var words = vocabulary;
    if (!open.get() || text.get().isEmpty() || now == null || words == null) {
      asked = null;
      searched = "";
      ranks = List.of();
      at = -1;
      result.set("");
      return;
    }
    var search = new TokenSearch(now, words, text.get());
    if (!search.equals(asked)) {
      asked = search;
      worker.ask(search);
    }
  }

  private void found(TokenSearch.Found found) {
    if (!found.search().equals(asked)) {
      return;
    }
    boolean otherText = !found.search().text().equals(searched);
    searched = found.search().text();
    ranks = found.ranks().stream().filter(rank -> rank <= knownCount()).toList();
    at = -1;
    if (otherText) {
      go(1);
    }
    say();
  }

  /// Tokens that a server does not list have no rank.
  private int knownCount() {
    return logits == null ? 0 : logits.knownCount();
  }

  private void say() {
    var count = Numbers.count(ranks.size());
    result.set(ranks.isEmpty() ? "none" : at < 0 ? count : Numbers.count(at + 1L) + " of " + count);
  }

  // Properties

  /// True if the search line is open.
  public BooleanProperty openProperty() {
    return open;
  }

  /// The text to search for: a part of a token's text, or an id.
  public StringProperty textProperty() {
    return text;
  }

  /// For example `3 of 41` or `none`; empty without a search.
  public ReadOnlyStringProperty resultProperty() {
    return result.getReadOnlyProperty();
  }

  /// The reason why a rank is refused, or empty.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
