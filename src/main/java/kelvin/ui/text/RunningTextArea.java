package kelvin.ui.text;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import kelvin.ui.fx.FxThread;

/// A text area that holds a prompt and, behind it, the text that was generated after it.
///
/// The user edits the prompt. An edit of the generated part makes the whole text the prompt.
public final class RunningTextArea extends TextArea {

  private final StringProperty prompt = new SimpleStringProperty(this, "prompt", "");
  private final StringProperty continuation = new SimpleStringProperty(this, "continuation", "");
  private final FxThread fxThread = new FxThread();

  /// The prompt and the continuation on show. The properties may already have others, because the
  /// text area must not change while it reports a change.
  private String shownPrompt = "";

  private String shownContinuation = "";

  /// The place of the last change by the user in the text before it; −1 for both if none is known.
  private int changedFrom = -1;

  private int changedTo = -1;

  private Runnable onDelete = () -> {};

  /// True while this class changes the text.
  private boolean replacing;

  /// True while a change by the user is being reported.
  private boolean reporting;

  RunningTextArea() {
    setWrapText(true);
    setTextFormatter(new TextFormatter<>(this::watch));
    textProperty().subscribe((_, _) -> textChanged());
    prompt.subscribe((_, _) -> follow());
    continuation.subscribe((_, _) -> follow());
  }

  /// The text that the user edits.
  StringProperty promptProperty() {
    return prompt;
  }

  /// The text behind the prompt, with its control characters.
  StringProperty continuationProperty() {
    return continuation;
  }

  /// Called when the user deletes the whole continuation, which leaves the prompt as it is.
  void setOnDelete(Runnable onDelete) {
    this.onDelete = onDelete;
  }

  /// True while the text changes by itself, so that moves of the caret are none of the user's.
  boolean isReplacing() {
    return replacing;
  }

  private TextFormatter.Change watch(TextFormatter.Change change) {
    if (!replacing && change.isContentChange()) {
      changedFrom = change.getRangeStart();
      changedTo = change.getRangeEnd();
    }
    return change;
  }

  private void textChanged() {
    if (replacing) {
      return;
    }
    var text = getText();
    String now;
    if (changedTo > shownPrompt.length()) {
      now = wholeTextAfterEdit(text);
      shownPrompt = text;
      shownContinuation = "";
    } else {
      shownPrompt = text.substring(0, Math.max(0, text.length() - shownContinuation.length()));
      now = shownPrompt;
    }
    reporting = true;
    if (now.equals(prompt.get())) {
      onDelete.run();
    } else {
      prompt.set(now);
    }
    reporting = false;
  }

  /// The text after an edit behind the prompt, without the signs that stood for control characters
  /// of the continuation.
  private String wholeTextAfterEdit(String text) {
    var exact = shownPrompt + shownContinuation;
    int inserted = text.length() - exact.length() + (changedTo - changedFrom);
    return ControlCharacters.remove(exact.substring(0, changedFrom))
        + text.substring(changedFrom, changedFrom + Math.max(0, inserted))
        + ControlCharacters.remove(exact.substring(changedTo));
  }

  private void follow() {
    if (reporting) {
      fxThread.execute(this::showAfterEdit);
    } else {
      show();
    }
  }

  private void showAfterEdit() {
    int anchor = getAnchor();
    int caret = getCaretPosition();
    show();
    replacing(() -> selectRange(Math.min(anchor, getLength()), Math.min(caret, getLength())));
  }

  private void show() {
    showPrompt(ControlCharacters.remove(prompt.get()));
    showContinuation(continuation.get());
    // The model gets exactly the text that is shown.
    prompt.set(shownPrompt);
  }

  private void showPrompt(String now) {
    if (!now.equals(shownPrompt)) {
      replacing(() -> replaceText(0, shownPrompt.length(), now));
    }
    shownPrompt = now;
  }

  private void showContinuation(String now) {
    var before = shownContinuation;
    if (now.equals(before)) {
      return;
    }
    shownContinuation = now;
    // Only what is new is replaced: a long text would take long to be set again at each token.
    int same = commonStart(before, now);
    boolean grows = now.length() > before.length();
    boolean hasSelection = getSelection().getLength() > 0;
    int anchor = getAnchor();
    int caret = getCaretPosition();
    replacing(
        () -> {
          replaceText(
              shownPrompt.length() + same,
              getLength(),
              ControlCharacters.show(now.substring(same)));
          if (grows && !hasSelection) {
            positionCaret(getLength());
          } else {
            selectRange(Math.min(anchor, getLength()), Math.min(caret, getLength()));
          }
        });
  }

  private void replacing(Runnable change) {
    replacing = true;
    change.run();
    replacing = false;
  }

  private static int commonStart(String a, String b) {
    int length = Math.min(a.length(), b.length());
    int same = 0;
    while (same < length && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    return same;
  }

  /// Copies the selected characters exactly, control characters among them.
  @Override
  public void copy() {
    var range = getSelection();
    if (range.getLength() > 0) {
      var content = new ClipboardContent();
      content.putString(
          (shownPrompt + shownContinuation).substring(range.getStart(), range.getEnd()));
      Clipboard.getSystemClipboard().setContent(content);
    }
  }
}
