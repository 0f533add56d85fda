package kelvin.ui.evaluation.picture;

import java.util.function.Consumer;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

/// A table in which Enter or a double click opens a row.
///
/// @param <R> the rows
public abstract class OpeningTable<R> extends TableView<R> {

  /// @param onOpen gets the row that is opened
  protected OpeningTable(Consumer<R> onOpen) {
    getStyleClass().add("items-table");
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setRowFactory(
        _ -> {
          var row = row();
          row.setOnMouseClicked(
              event -> {
                if (event.getButton() == MouseButton.PRIMARY
                    && event.getClickCount() == 2
                    && !row.isEmpty()) {
                  onOpen.accept(row.getItem());
                }
              });
          return row;
        });
    setOnKeyPressed(
        event -> {
          var chosen = getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && chosen != null) {
            onOpen.accept(chosen);
            event.consume();
          }
        });
  }

  /// Makes a row of the table.
  protected TableRow<R> row() {
    return new TableRow<>();
  }
}
