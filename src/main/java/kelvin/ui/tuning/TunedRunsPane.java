package kelvin.ui.tuning;

import java.time.ZoneId;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.ui.lab.common.ResultListPane;
import kelvin.ui.lab.common.ResultWords;
import org.jspecify.annotations.Nullable;

/// Layout and bindings of the list of finished fine-tunings.
final class TunedRunsPane extends ResultListPane<TunedRun> {

  static final ResultWords WORDS = new ResultWords("fine-tuning", "window");

  TunedRunsPane(TuningViewModel tuning) {
    super(tuning.list(), WORDS, TunedRun::title, RunCell::new);
  }

  private static final class RunCell extends ListCell<TunedRun> {

    private final Label title = new Label();
    private final Label accuracy = new Label();
    private final Label about = new Label();
    private final VBox lines;

    RunCell() {
      title.getStyleClass().add("sweep-title");
      title.setMinWidth(0);
      title.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(title, Priority.ALWAYS);
      accuracy.getStyleClass().add("quiet-number");
      accuracy.setMinWidth(Region.USE_PREF_SIZE);
      about.getStyleClass().add("faint");
      var first = new HBox(title, accuracy);
      first.getStyleClass().add("run-line");
      lines = new VBox(first, about);
      // As wide as the list, so that long names end in an ellipsis and nothing scrolls sideways.
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable TunedRun item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        setAccessibleText(null);
      } else {
        title.setText(item.title());
        accuracy.setText(item.accuracy());
        about.setText(item.about(ZoneId.systemDefault()));
        setGraphic(lines);
        setAccessibleText(item.title() + ", " + item.accuracy() + ", " + about.getText());
      }
    }
  }
}
