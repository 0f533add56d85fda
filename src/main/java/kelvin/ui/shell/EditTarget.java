package kelvin.ui.shell;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import kelvin.ui.control.command.Copies;
import kelvin.ui.palette.Palette;
import org.jspecify.annotations.Nullable;

/// The node that cut, copy and paste act on: the one that had the focus before a menu took it. A
/// node that has left the window is none.
final class EditTarget {

  private static final String NO_TEXT = "The focus is not in a text.";
  private static final String NOTHING_SELECTED = "Nothing is selected.";

  private final ReadOnlyObjectWrapper<Node> focused = new ReadOnlyObjectWrapper<>();

  /// The node while it is in a window. When the window is laid out anew, it may leave and return.
  private final ObservableValue<@Nullable Node> node =
      focused.flatMap(last -> last.sceneProperty().map(_ -> last));

  /// Follows the focus of the window.
  ///
  /// @param window any node of it
  void follow(Node window) {
    window.sceneProperty().flatMap(scene -> scene.focusOwnerProperty()).subscribe(this::focused);
  }

  private void focused(@Nullable Node now) {
    if (now != null && !isIn(now, MenuBar.class) && !isIn(now, Palette.class)) {
      focused.set(now);
    }
  }

  /// True if a node is of this type or inside such a node.
  static boolean isIn(Node node, Class<?> type) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (type.isInstance(at)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable TextInputControl text() {
    return node.getValue() instanceof TextInputControl text ? text : null;
  }

  // Commands

  void cut() {
    var text = text();
    if (text != null) {
      text.cut();
    }
  }

  void copy() {
    var text = text();
    if (text != null) {
      text.copy();
    } else if (node.getValue() instanceof Copies source) {
      source.textToCopy().ifPresent(EditTarget::copy);
    }
  }

  /// Puts a text on the clipboard.
  static void copy(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  void paste() {
    var text = text();
    if (text != null) {
      text.paste();
    }
  }

  /// Puts a text in the place of the selection.
  void insert(String inserted) {
    var text = text();
    if (text != null) {
      text.replaceSelection(inserted);
    }
  }

  void delete() {
    var text = text();
    if (text != null) {
      text.deleteText(text.getSelection());
    }
  }

  void selectAll() {
    var text = text();
    if (text != null) {
      text.selectAll();
    }
  }

  // Reasons why a command cannot run; empty where it can

  /// For commands that remove what is selected.
  ObservableValue<String> whyNotCut() {
    return ofText(
        text ->
            Bindings.createStringBinding(
                () -> text.getSelection().getLength() == 0 ? NOTHING_SELECTED : readOnly(text),
                text.selectionProperty(),
                text.editableProperty()));
  }

  ObservableValue<String> whyNotCopy() {
    return node.flatMap(
            now ->
                now instanceof TextInputControl text
                    ? text.selectionProperty()
                        .map(range -> range.getLength() == 0 ? NOTHING_SELECTED : "")
                    : node.map(at -> at instanceof Copies ? "" : NOTHING_SELECTED))
        .orElse(NOTHING_SELECTED);
  }

  ObservableValue<String> whyNotPaste() {
    return ofText(
        text -> Bindings.createStringBinding(() -> readOnly(text), text.editableProperty()));
  }

  ObservableValue<String> whyNotSelect() {
    return ofText(text -> text.textProperty().map(now -> now.isEmpty() ? "There is no text." : ""));
  }

  private static String readOnly(TextInputControl text) {
    return text.isEditable() ? "" : "This text is made from its parts; change those.";
  }

  private ObservableValue<String> ofText(
      Function<TextInputControl, ObservableValue<String>> reason) {
    return node.flatMap(
            now ->
                now instanceof TextInputControl text ? reason.apply(text) : node.map(_ -> NO_TEXT))
        .orElse(NO_TEXT);
  }
}
