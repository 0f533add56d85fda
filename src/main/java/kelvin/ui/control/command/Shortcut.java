package kelvin.ui.control.command;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The keys that work everywhere in the window. A tooltip names its keys through this list, so it
/// cannot name others than the menu does.
public enum Shortcut {
  NEW_SESSION("Shortcut+N"),
  OPEN_SESSION("Shortcut+O"),
  SAVE("Shortcut+S"),
  SAVE_AS("Shortcut+Shift+S"),
  SAVE_RECORD("Shortcut+Shift+B"),
  SAVE_CERTIFICATE("Shortcut+Shift+C"),
  VERIFY("Shortcut+Shift+V"),
  EXPORT("Shortcut+E"),
  COPY_PICTURE("Shortcut+Shift+E"),
  QUIT("Shortcut+Q"),

  UNDO("Shortcut+Z"),
  REDO("Shortcut+Shift+Z"),
  /// The second key for redo, which people know from other programs.
  REDO_TOO("Shortcut+Y"),
  CUT("Shortcut+X"),
  COPY("Shortcut+C"),
  PASTE("Shortcut+V"),
  DELETE("Delete"),
  SELECT_ALL("Shortcut+A"),
  FIND_TOKEN("Shortcut+F"),
  GO_TO_RANK("Shortcut+G"),
  FIND_IN_TEXT("Shortcut+Shift+F"),
  PROMPT_HISTORY("Shortcut+Shift+K"),
  CLEAR_PROMPT_HISTORY("Shortcut+Shift+Delete"),
  KEEP_PROMPT_HISTORY("Shortcut+Shift+H"),

  STEP("Shortcut+Enter"),
  PLAY("Shortcut+Shift+Enter"),
  STOP("Shortcut+Period"),
  BACK("Shortcut+Shift+Backspace"),
  RETURN_TO_END("Alt+End"),
  MAKE_PROMPT("Shortcut+J"),
  RESET_SAMPLING("Shortcut+R"),

  OPEN_MODEL("Shortcut+Shift+O"),
  GET_MODELS("Shortcut+Shift+G"),
  OPEN_SERVER("Shortcut+Shift+R"),
  STOP_OPENING("Shortcut+Shift+Period"),
  ABOUT_MODEL("Shortcut+I"),

  WIDE("Shortcut+Shift+W"),
  LECTURE("F11"),
  ANSWERS("Shortcut+Shift+A"),
  EVALUATE("Shortcut+Shift+D"),
  FINE_TUNE("Shortcut+Shift+T"),
  ADAPT("Shortcut+Shift+L"),
  EMBEDDINGS("Shortcut+Shift+N"),
  NEXT_THEME("Shortcut+T"),
  REDUCE_MOTION("Shortcut+Shift+M"),
  ZOOM_IN("Shortcut+Plus"),
  ZOOM_OUT("Shortcut+Minus"),
  ACTUAL_SIZE("Shortcut+0"),
  TOKEN_DETAIL("Shortcut+D"),
  PIN("Shortcut+P"),
  UNPIN("Shortcut+Shift+P"),

  PALETTE("Shortcut+K"),
  SHORTCUTS("F1"),
  ABOUT("Shift+F1");

  private final String keys;

  Shortcut(String keys) {
    this.keys = keys;
  }

  public KeyCombination keys() {
    return KeyCombination.valueOf(keys);
  }

  public boolean match(KeyEvent event) {
    return keys().match(event);
  }

  /// The keys as they are printed on a keyboard, such as `Ctrl+P`.
  public String text() {
    return KeyNames.of(keys());
  }

  /// Puts the keys at the end of a lesson: `Lets it go.` becomes `Lets it go (Ctrl+Shift+P).`
  public String in(String lesson) {
    return withKeys(lesson, text());
  }

  /// Puts keys at the end of a lesson, before its full stop.
  public static String withKeys(String lesson, String keys) {
    boolean ended = lesson.endsWith(".");
    var words = ended ? lesson.substring(0, lesson.length() - 1) : lesson;
    return words + " (" + keys + ")" + (ended ? "." : "");
  }
}
