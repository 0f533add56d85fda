package kelvin.ui.distribution;

import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import kelvin.distribution.Distribution;
import kelvin.text.Vocabulary;
import kelvin.ui.control.Numbers;
import kelvin.ui.control.command.Shortcut;
import kelvin.ui.fx.LatestInBackground;
import kelvin.ui.plot.Ghost;
import kelvin.ui.plot.bars.DifferencePicture;
import kelvin.ui.plot.bars.DifferencePicture.Names;
import org.jspecify.annotations.Nullable;

/// The pinned distribution, and its difference from the live one. The difference takes a pass over
/// the whole vocabulary, so it is computed off the FX thread and only while it is visible.
public final class PinViewModel {

  private final ReadOnlyObjectWrapper<@Nullable Ghost> pinned =
      new ReadOnlyObjectWrapper<>(this, "pinned");
  private final ReadOnlyObjectWrapper<@Nullable Ghost> ghost =
      new ReadOnlyObjectWrapper<>(this, "ghost");
  private final ReadOnlyObjectWrapper<@Nullable DifferencePicture> difference =
      new ReadOnlyObjectWrapper<>(this, "difference");
  private final ReadOnlyStringWrapper label = new ReadOnlyStringWrapper(this, "label", "");
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
  private final BooleanProperty active = new SimpleBooleanProperty(this, "active", false);
  private final LatestInBackground<Question, DifferencePicture> worker;
  private @Nullable Vocabulary pinnedVocabulary;
  private @Nullable Vocabulary vocabulary;

  /// True if ids mean the same in the pinned and the live distribution; checked once for each
  /// model.
  private boolean sameTokens;

  private @Nullable Distribution live;
  private @Nullable Question asked;

  private record Question(Ghost pinned, Distribution live, Vocabulary vocabulary) {}

  /// @param background runs one task at a time, not on the FX thread
  public PinViewModel(Executor background, Executor fxThread) {
    worker = new LatestInBackground<>(background, fxThread, PinViewModel::compute, this::arrived);
    active.subscribe(_ -> update());
    update();
  }

  // Commands

  /// Pins the visible distribution.
  ///
  /// @param where a description, such as `after “… a little”, position 9`
  public void pin(String where) {
    var now = live;
    if (now != null) {
      pinnedVocabulary = vocabulary;
      sameTokens = vocabulary != null;
      var name = where + ", τ " + Numbers.plain(now.temperature());
      label.set("pinned: " + name);
      pinned.set(new Ghost(now, name));
      update();
    }
  }

  public void unpin() {
    label.set("");
    pinned.set(null);
    update();
  }

  // Updates from the playground

  /// Takes over the vocabulary of another model.
  public void setVocabulary(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    var old = pinnedVocabulary;
    sameTokens = old != null && vocabulary.hasSameTokens(old);
    update();
  }

  /// Takes over the live distribution at its temperature, before any cut; null for none.
  public void show(@Nullable Distribution distribution) {
    live = distribution;
    update();
  }

  private void update() {
    var kept = pinned.get();
    var now = live;
    var words = vocabulary;
    boolean comparable =
        kept != null
            && now != null
            && isWhole(kept.scaled())
            && isWhole(now)
            && sameTokens
            && kept.scaled().count() == now.count();
    ghost.set(comparable ? kept : null);
    message.set(message(kept, now, comparable));
    if (kept == null || now == null || words == null || !comparable) {
      difference.set(null);
      asked = null;
      return;
    }
    var question = new Question(kept, now, words);
    if (active.get() && !question.equals(asked)) {
      asked = question;
      worker.ask(question);
    }
  }

  private static String message(
      @Nullable Ghost kept, @Nullable Distribution now, boolean comparable) {
    if (kept == null) {
      return "Pin a distribution ("
          + Shortcut.PIN.text()
          + "), then change the temperature, the prompt or the position:"
          + " what gained and what lost is listed here.";
    }
    if (now == null || comparable) {
      return "";
    }
    if (!isWhole(kept.scaled()) || !isWhole(now)) {
      return "A difference needs all tokens, and the server of this model tells only the most"
          + " probable.";
    }
    return "The pinned distribution is over another vocabulary ("
        + Numbers.count(kept.scaled().count())
        + " tokens, this model has "
        + Numbers.count(now.count())
        + "). Open its model again, or unpin it.";
  }

  private static boolean isWhole(Distribution distribution) {
    return distribution.logits().top().isEmpty();
  }

  private void arrived(DifferencePicture picture) {
    // The distribution may have been unpinned in the meantime.
    if (picture.pinned().equals(ghost.get())) {
      difference.set(picture);
    }
  }

  private static DifferencePicture compute(Question question) {
    return DifferencePicture.between(
        question.pinned(), question.live(), question.vocabulary()::visibleText, Names.PINNED);
  }

  // Properties

  /// The pinned distribution, even if it cannot be compared; null for none.
  public ReadOnlyObjectProperty<@Nullable Ghost> pinnedProperty() {
    return pinned.getReadOnlyProperty();
  }

  /// The pinned distribution in words; empty for none.
  public ReadOnlyStringProperty labelProperty() {
    return label.getReadOnlyProperty();
  }

  /// The distribution to draw behind the live one; null where none is pinned or none can be
  /// compared.
  public ReadOnlyObjectProperty<@Nullable Ghost> ghostProperty() {
    return ghost.getReadOnlyProperty();
  }

  /// The difference computed last; null for none.
  public ReadOnlyObjectProperty<@Nullable DifferencePicture> differenceProperty() {
    return difference.getReadOnlyProperty();
  }

  /// The text in place of the difference, or empty.
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /// True if the difference is visible.
  public BooleanProperty activeProperty() {
    return active;
  }
}
