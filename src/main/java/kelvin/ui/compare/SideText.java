package kelvin.ui.compare;

import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.TextArea;
import kelvin.ui.control.TabMoves;

/// The editor of a side's prompt. Its changes are part of the one history of the window.
public final class SideText extends TextArea {

  private final StringProperty shown;
  private final ObservableBooleanValue follows;

  /// True once the text was laid out.
  private boolean seen;

  /// True while this class changes the text.
  private boolean replacing;

  /// @param shown the text, changed here and elsewhere
  /// @param follows whether the text is the playground's
  SideText(StringProperty shown, ObservableBooleanValue follows) {
    this.shown = shown;
    this.follows = follows;
    TabMoves.out(this);
    getStyleClass().add("compare-text");
    setWrapText(true);
    setPrefRowCount(4);
    setMinHeight(60);
    setPromptText("Type a prompt, or take the playground’s");
    shown.subscribe(this::follow);
    textProperty().subscribe((_, now) -> edited(now));
    heightProperty().subscribe((_, _) -> laidOut());
  }

  /// Changes only what differs, so that the caret stays at its place in the text. Without the focus
  /// the end is in sight, because the distribution follows it.
  private void follow(String now) {
    var before = getText();
    if (!now.equals(before)) {
      int start = common(before, now);
      int end = commonEnd(before, now, start);
      replacing = true;
      replaceText(start, before.length() - end, now.substring(start, now.length() - end));
      replacing = false;
      // A text area takes no control characters, and the model gets what is on show. The
      // playground's prompt stays what it is there.
      if (!follows.get()) {
        shown.set(getText());
      }
    }
    if (!isFocused()) {
      showEnd();
    }
  }

  private void edited(String now) {
    if (!replacing) {
      shown.set(now);
    }
  }

  /// The page gives the focus to the first text before anything was laid out.
  private void laidOut() {
    if (!isFocused() || !seen) {
      seen = true;
      showEnd();
    }
  }

  private void showEnd() {
    positionCaret(getLength());
    // The scroll range is known only after the layout.
    applyCss();
    layout();
    setScrollTop(Double.MAX_VALUE);
  }

  private static int common(String a, String b) {
    int length = Math.min(a.length(), b.length());
    int same = 0;
    while (same < length && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    return same;
  }

  private static int commonEnd(String a, String b, int start) {
    int length = Math.min(a.length(), b.length()) - start;
    int same = 0;
    while (same < length && a.charAt(a.length() - 1 - same) == b.charAt(b.length() - 1 - same)) {
      same++;
    }
    return same;
  }
}
