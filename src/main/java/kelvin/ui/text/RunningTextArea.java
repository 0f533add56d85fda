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

  private static final char FIRST_PRINTABLE = ' ';
  private static final char DELETE = 0x7F;

  /// Unicode has a visible sign for each control character from here on.
  private static final char CONTROL_PICTURES = 0x2400;

  private final StringProperty prompt = new SimpleStringProperty(this, "prompt", "");
  private final StringProperty continuation = new SimpleStringProperty(this, "continuation", "");

  private final FxThread fxThread = new FxThread();

  /// The length of the prompt within the text, in UTF-16 units.
  private int promptLength;

  /// True if the last change by the user touched the generated part.
  private boolean changedBehindPrompt;

  /// True while this class changes the text.
  private boolean replacing;

  /// True while a change by the user is being reported.
  private boolean reporting;

  RunningTextArea() {
    setWrapText(true);
    setTextFormatter(new TextFormatter<>(this::watch));
    textProperty().subscribe((_, _) -> textChanged());
    prompt.subscribe((_, now) -> showPrompt(now));
    continuation.subscribe((_, _) -> continuationChanged());
  }

  /// The text that the user edits.
  StringProperty promptProperty() {
    return prompt;
  }

  /// The text behind the prompt, with its control characters.
  StringProperty continuationProperty() {
    return continuation;
  }

  /// True while the text changes by itself, so that moves of the caret are none of the user's.
  boolean isReplacing() {
    return replacing;
  }

  /// The whole text, with the control characters that the editor shows as signs.
  String exactText() {
    return prompt.get() + continuation.get();
  }

  private TextFormatter.Change watch(TextFormatter.Change change) {
    if (!replacing && change.isContentChange()) {
      changedBehindPrompt = change.getRangeEnd() > promptLength;
    }
    return change;
  }

  private void textChanged() {
    if (replacing) {
      return;
    }
    int behind = changedBehindPrompt ? 0 : shown(continuation.get()).length();
    promptLength = Math.max(0, getLength() - behind);
    reporting = true;
    prompt.set(getText(0, promptLength));
    reporting = false;
  }

  private void showPrompt(String now) {
    if (now.equals(getText(0, promptLength))) {
      return;
    }
    int behind = getLength() - promptLength;
    replacing(() -> replaceText(0, promptLength, now));
    promptLength = getLength() - behind;
    // The editor removes control characters, so the model gets exactly the text that is shown.
    prompt.set(getText(0, promptLength));
  }

  /// The text area must not change while it reports a change.
  private void continuationChanged() {
    if (reporting) {
      fxThread.execute(this::showContinuation);
    } else {
      showContinuation();
    }
  }

  private void showContinuation() {
    var now = shown(continuation.get());
    var before = getText(promptLength, getLength());
    int same = commonStart(before, now);
    if (same == before.length() && same == now.length()) {
      return;
    }
    boolean grows = now.length() > before.length();
    boolean hasSelection = getSelection().getLength() > 0;
    int anchor = getAnchor();
    int caret = getCaretPosition();
    replacing(
        () -> {
          replaceText(promptLength + same, getLength(), now.substring(same));
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

  /// The text with a sign for each control character, because the editor would remove it.
  private static String shown(String text) {
    var shown = new StringBuilder(text);
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      if (c == DELETE) {
        shown.setCharAt(i, (char) (CONTROL_PICTURES + 0x21));
      } else if (c < FIRST_PRINTABLE && c != '\n' && c != '\t') {
        shown.setCharAt(i, (char) (CONTROL_PICTURES + c));
      }
    }
    return shown.toString();
  }

  /// Copies the selected characters exactly.
  @Override
  public void copy() {
    var range = getSelection();
    if (range.getLength() > 0) {
      var content = new ClipboardContent();
      content.putString(exactText().substring(range.getStart(), range.getEnd()));
      Clipboard.getSystemClipboard().setContent(content);
    }
  }
}
