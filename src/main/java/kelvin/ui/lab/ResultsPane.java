package kelvin.ui.lab;

import java.time.ZoneId;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import kelvin.ui.control.ChoiceWords;
import kelvin.ui.lab.common.LabFields;
import kelvin.ui.lab.common.ResultListPane;
import kelvin.ui.lab.common.ResultWords;
import org.jspecify.annotations.Nullable;

/// Layout and bindings of the list of finished sweeps.
final class ResultsPane extends ResultListPane<LabResult> {

  static final ResultWords WORDS = new ResultWords("sweep", "session");

  ResultsPane(LabViewModel lab) {
    super(lab.list(), WORDS, LabResult::title, ResultCell::new);
    var order = new ChoiceBox<ResultOrder>();
    order.setId("sweep-order");
    order.getStyleClass().add("quiet-choice");
    order.setAccessibleText("Order of the sweeps");
    order.getItems().setAll(ResultOrder.ALL);
    order.setConverter(new ChoiceWords<>(ResultOrder::label));
    order.valueProperty().bindBidirectional(lab.orderProperty());
    LabFields.teach(order, "In which order the sweeps are listed.");
    addToHead(order);
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
