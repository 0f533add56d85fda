package kelvin.ui.sampling;

import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import kelvin.ui.sampling.chain.TokenEntry;

/// A row with a token, its bias, and a button that removes it.
final class TokenEntryCell extends ListCell<TokenEntry> {

  private final Label text = new Label();
  private final Label value = new Label();
  private final HBox line;

  TokenEntryCell(IntConsumer onRemove) {
    getStyleClass().add("token-entry-cell");
    text.getStyleClass().add("token-text");
    value.getStyleClass().add("quiet-number");
    value.setMinWidth(Region.USE_PREF_SIZE);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var remove = new Button("×");
    remove.getStyleClass().add("quiet-button");
    remove.setMinWidth(Region.USE_PREF_SIZE);
    remove.setAccessibleText("Take this token out");
    remove.setTooltip(new Tooltip("Takes this token out of the list."));
    // The list is a single tab stop; Delete removes the row there.
    remove.setFocusTraversable(false);
    remove.setOnAction(_ -> onRemove.accept(getIndex()));
    line = new HBox(text, space, value, remove);
    line.setAlignment(Pos.CENTER_LEFT);
  }

  @Override
  protected void updateItem(TokenEntry entry, boolean empty) {
    super.updateItem(entry, empty);
    if (empty || entry == null) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    text.setText(entry.text());
    value.setText(entry.value());
    setAccessibleText(entry.text() + " " + entry.value());
    setGraphic(line);
  }
}
