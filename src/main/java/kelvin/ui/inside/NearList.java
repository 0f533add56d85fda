package kelvin.ui.inside;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A list of near tokens by one measure. A click or Enter goes on from one.
final class NearList extends VBox {

  private static final double ROW = 24;

  private final ListView<Neighborhood.Near> list = new ListView<>();

  /// @param onGo called with the token from which to go on
  /// @param onAdd called with the token to add to the map
  NearList(
      String id,
      String name,
      String lesson,
      Consumer<Neighborhood.Near> onGo,
      Consumer<Neighborhood.Near> onAdd) {
    var title = new Label(name);
    title.getStyleClass().add("quiet");
    title.setTooltip(new Tooltip(lesson));
    title.setLabelFor(list);
    list.setId(id);
    list.setTooltip(new Tooltip(lesson + " A click or Enter goes on from a token."));
    list.getTooltip().getStyleClass().add("lesson");
    list.setAccessibleText("Nearest tokens by " + name);
    list.getStyleClass().add("near-list");
    list.setFixedCellSize(ROW);
    list.setPrefHeight(10 * ROW);
    list.setMinHeight(4 * ROW);
    list.setMinWidth(0);
    list.setPrefWidth(140);
    list.setCellFactory(_ -> new NearCell());
    list.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            choose(onGo);
            event.consume();
          }
        });
    list.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY
              && event.getPickResult().getIntersectedNode() != null
              && isOnRow(event.getY())) {
            choose(onGo);
          }
        });
    var go = new MenuItem("Look at this token");
    go.setOnAction(_ -> choose(onGo));
    var add = new MenuItem("Add to the map");
    add.setOnAction(_ -> choose(onAdd));
    list.setContextMenu(new ContextMenu(go, add));
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(title, list);
    HBox.setHgrow(this, Priority.ALWAYS);
  }

  private boolean isOnRow(double y) {
    return y < list.getItems().size() * ROW;
  }

  private void choose(Consumer<Neighborhood.Near> action) {
    var near = list.getSelectionModel().getSelectedItem();
    if (near != null) {
      action.accept(near);
    }
  }

  void takeFocus() {
    list.requestFocus();
  }

  void show(List<Neighborhood.Near> all) {
    list.getItems().setAll(all);
    list.scrollTo(0);
  }

  private static final class NearCell extends ListCell<Neighborhood.Near> {

    private final Label text = new Label();
    private final Label number = new Label();
    private final HBox row;

    NearCell() {
      text.getStyleClass().add("token-text");
      text.setMinWidth(0);
      number.getStyleClass().add("quiet-number");
      number.setMinWidth(USE_PREF_SIZE);
      var space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      row = new HBox(text, space, number);
      row.getStyleClass().add("near-row");
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(Neighborhood.@Nullable Near near, boolean empty) {
      super.updateItem(near, empty);
      if (empty || near == null) {
        setGraphic(null);
        setAccessibleText("");
        return;
      }
      text.setText(near.text());
      number.setText(near.number());
      setGraphic(row);
      setAccessibleText(near.text() + ", " + near.number() + ", id " + near.id());
    }
  }
}
