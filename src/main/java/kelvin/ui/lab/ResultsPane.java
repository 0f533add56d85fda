package kelvin.ui.lab;

import java.time.ZoneId;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Layout and bindings of the list of finished sweeps.
final class ResultsPane extends VBox {

  private final LabViewModel lab;
  private final ListView<LabResult> list = new ListView<>();

  ResultsPane(LabViewModel lab) {
    this.lab = lab;
    getStyleClass().addAll("card", "card-content");
    list.setId("sweeps");
    list.setAccessibleText("Sweeps");
    list.setTooltip(new Tooltip("The sweeps of this session; Delete removes one."));
    list.getStyleClass().add("sweep-list");
    list.setItems(lab.results());
    list.setCellFactory(_ -> new ResultCell());
    var empty = new Label("No sweep yet.");
    empty.getStyleClass().add("quiet");
    list.setPlaceholder(empty);
    list.setMinHeight(96);
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.DELETE) {
            removeSelected();
            event.consume();
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    lab.selectedProperty().subscribe(this::select);
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            now -> {
              // Sorting clears the selection for a moment.
              if (now != null) {
                lab.selectedProperty().set(now);
              }
            });
    getChildren().addAll(head(), list, removedLine());
  }

  private void select(@Nullable LabResult result) {
    if (result == null) {
      list.getSelectionModel().clearSelection();
    } else {
      list.getSelectionModel().select(result);
    }
  }

  private void removeSelected() {
    var chosen = lab.selectedProperty().get();
    if (chosen != null) {
      lab.remove(chosen);
    }
  }

  private HBox head() {
    var title = new Label("SWEEPS");
    title.getStyleClass().add("section-title");
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var order = new ChoiceBox<ResultOrder>();
    order.setId("sweep-order");
    order.getStyleClass().add("quiet-choice");
    order.setAccessibleText("Order of the sweeps");
    order.getItems().setAll(ResultOrder.ALL);
    order.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable ResultOrder value) {
            return value == null ? "" : value.label();
          }

          @Override
          public ResultOrder fromString(String text) {
            throw new UnsupportedOperationException("choices are not typed");
          }
        });
    order.valueProperty().bindBidirectional(lab.orderProperty());
    LabFields.teach(order, "In which order the sweeps are listed.");
    var head = new HBox(title, space, order);
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  /// A line about the last removed sweep, while it can be restored.
  private HBox removedLine() {
    var words = new Label();
    words.getStyleClass().add("quiet");
    words
        .textProperty()
        .bind(
            lab.removedProperty()
                .map(removed -> removed.map(r -> "Removed: " + r.title()).orElse("")));
    words.setMinWidth(0);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    var back = new Button("Bring back");
    back.setId("sweep-bring-back");
    back.getStyleClass().add("quiet-button");
    back.setMinWidth(Region.USE_PREF_SIZE);
    LabFields.teach(back, "Puts the sweep that was removed last into the list again.");
    back.setOnAction(_ -> lab.bringBack());
    var line = new HBox(words, back);
    line.setAlignment(Pos.CENTER_LEFT);
    line.visibleProperty().bind(words.textProperty().isNotEmpty());
    line.managedProperty().bind(line.visibleProperty());
    return line;
  }

  private static final class ResultCell extends ListCell<LabResult> {

    private final Label title = new Label();
    private final Label about = new Label();
    private final VBox lines = new VBox(title, about);

    ResultCell() {
      title.getStyleClass().add("sweep-title");
      about.getStyleClass().add("faint");
      // The cell is as wide as the list, so that long names end in an ellipsis and nothing scrolls
      // sideways.
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable LabResult item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        setAccessibleText(null);
      } else {
        title.setText(item.title());
        about.setText(item.about(ZoneId.systemDefault()));
        setGraphic(lines);
        setAccessibleText(item.title() + ", " + about.getText());
      }
    }
  }
}
