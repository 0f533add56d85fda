package kelvin.ui.watch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kelvin.distribution.TruncatedDistribution;
import kelvin.text.Vocabulary;
import kelvin.ui.control.Numbers;
import org.jspecify.annotations.Nullable;

/// Tokens that are followed wherever the prompt, the position and the sliders go.
///
/// A word with and without a leading space is two tokens; typing it follows both.
public final class WatchViewModel {

  private final ObservableList<WatchedToken> tokens = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

  /// What the user typed, to be found again in another model's vocabulary.
  private final Set<String> texts = new LinkedHashSet<>();

  private Vocabulary vocabulary = Vocabulary.ofIds(0);
  private @Nullable TruncatedDistribution shown;

  // Commands

  /// Follows the tokens that are exactly this text, with and without a leading space.
  public void watch(String text) {
    if (text.isEmpty()) {
      return;
    }
    if (idsOf(text).isEmpty()) {
      problem.set("“" + text + "” is not one token of this model.");
      return;
    }
    problem.set("");
    texts.add(text);
    update();
  }

  /// What is followed, as typed.
  public List<String> texts() {
    return List.copyOf(texts);
  }

  /// Follows these texts and no others; one that is no token of this model may be one of the next.
  public void restore(List<String> typed) {
    texts.clear();
    texts.addAll(typed);
    problem.set("");
    update();
  }

  /// Follows none of these texts any more.
  public void clear() {
    texts.clear();
    problem.set("");
    update();
  }

  /// Finds the texts anew among another model's tokens.
  public void speak(Vocabulary itsVocabulary) {
    vocabulary = itsVocabulary;
    problem.set("");
    update();
  }

  /// Shows the tokens' numbers in this distribution, or none.
  public void show(@Nullable TruncatedDistribution distribution) {
    shown = distribution;
    update();
  }

  private void update() {
    var found = new ArrayList<WatchedToken>();
    for (var text : texts) {
      idsOf(text).forEach(id -> found.add(describe(id)));
    }
    tokens.setAll(found);
  }

  private List<Integer> idsOf(String text) {
    var ids = new ArrayList<Integer>();
    vocabulary.find(text).ifPresent(ids::add);
    if (!text.startsWith(" ")) {
      vocabulary.find(" " + text).ifPresent(ids::add);
    }
    return ids;
  }

  private WatchedToken describe(int id) {
    var visible = vocabulary.visibleText(id);
    var distribution = shown;
    if (distribution == null || id >= distribution.scaled().count()) {
      return new WatchedToken(id, visible, "–", "–", "");
    }
    int rank = distribution.scaled().logits().rankOf(id);
    var removedBy = distribution.removedBy(rank).map(stage -> stage.name()).orElse("kept");
    return new WatchedToken(
        id,
        visible,
        Numbers.count(rank),
        Numbers.percent(distribution.scaled().probability(rank)),
        removedBy);
  }

  // Properties

  public ObservableList<WatchedToken> tokens() {
    return tokens;
  }

  /// Why a text is not followed, or empty.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
