package kelvin.ui.palette;

import java.util.BitSet;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import kelvin.ui.palette.PaletteSearch.Found;
import org.jspecify.annotations.Nullable;

/// A row of the palette: the name with the typed letters marked, a few words about it or the reason
/// why it cannot run, and its keys.
final class PaletteCell extends ListCell<Found> {

  private static final PseudoClass HINDERED = PseudoClass.getPseudoClass("hindered");

  /// The number of letters of a name for which there is room.
  private static final int LONG = 64;

  private final HBox name = new HBox();
  private final Label about = new Label();
  private final Label keys = new Label();
  private final HBox line = new HBox(name, about, keys);
  private String shownText = "";
  private BitSet shownLetters = new BitSet();

  PaletteCell() {
    getStyleClass().add("palette-row");
    name.setAlignment(Pos.BASELINE_LEFT);
    about.getStyleClass().add("palette-about");
    about.setMinWidth(0);
    about.setMaxWidth(Double.MAX_VALUE);
    about.setTextOverrun(OverrunStyle.ELLIPSIS);
    HBox.setHgrow(about, Priority.ALWAYS);
    keys.getStyleClass().add("shortcut-keys");
    keys.setMinWidth(Region.USE_PREF_SIZE);
    line.getStyleClass().add("palette-line");
    line.setAlignment(Pos.BASELINE_LEFT);
    // The cell is as wide as the list, so that the list never scrolls sideways.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Found item, boolean empty) {
    super.updateItem(item, empty);
    if (item == null || empty) {
      // A screen reader must not read the row of before.
      setAccessibleText(null);
      pseudoClassStateChanged(HINDERED, false);
      setGraphic(null);
      return;
    }
    var command = item.entry().command();
    show(item.entry().name(), item.letters());
    about.setText(item.about());
    keys.setText(command.keyText());
    keys.setVisible(!command.keyText().isEmpty());
    keys.setManaged(keys.isVisible());
    pseudoClassStateChanged(HINDERED, !command.canRun());
    setAccessibleText(item.describe());
    setGraphic(line);
  }

  /// Splits the name where marked and other letters meet. Of a long name it shows the part with the
  /// first marked letter.
  private void show(String text, BitSet letters) {
    if (text.equals(shownText) && letters.equals(shownLetters)) {
      // The list gives a row its entry several times while it is laid out. New words would get
      // their place only in the next frame, and the row would stay empty till then.
      return;
    }
    shownText = text;
    shownLetters = letters;
    name.getChildren().clear();
    int hit = Math.max(0, letters.nextSetBit(0));
    int first = text.length() <= LONG || hit < LONG / 2 ? 0 : hit - LONG / 4;
    int last = Math.min(text.length(), first + LONG);
    if (first > 0) {
      add("… ", false);
    }
    show(text.substring(0, last), letters, first);
    if (last < text.length()) {
      add(" …", false);
    }
  }

  private void show(String text, BitSet letters, int first) {
    int from = first;
    while (from < text.length()) {
      boolean marked = letters.get(from);
      int end = marked ? letters.nextClearBit(from) : letters.nextSetBit(from);
      int to = end < 0 ? text.length() : Math.min(end, text.length());
      add(text.substring(from, to), marked);
      from = to;
    }
  }

  private void add(String text, boolean marked) {
    var part = new Label(text);
    // The words beside the name are cut off first where there is little room.
    part.setMinWidth(Region.USE_PREF_SIZE);
    part.getStyleClass().add(marked ? "palette-hit" : "palette-name");
    name.getChildren().add(part);
  }
}
