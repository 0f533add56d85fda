package kelvin.ui.evaluation;

import java.time.ZoneId;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.ui.evaluation.picture.MeasureWords;
import kelvin.ui.evaluation.run.EvaluatedRun;
import kelvin.ui.evaluation.run.EvaluationsViewModel;
import kelvin.ui.lab.common.ResultListPane;
import kelvin.ui.lab.common.ResultWords;
import org.jspecify.annotations.Nullable;

/// Layout and bindings of the list of finished evaluations.
final class RunsPane extends ResultListPane<EvaluatedRun> {

  static final ResultWords WORDS = new ResultWords("evaluation", "window");

  RunsPane(EvaluationsViewModel evaluations) {
    super(evaluations.list(), WORDS, EvaluatedRun::title, RunCell::new);
  }

  private static final class RunCell extends ListCell<EvaluatedRun> {

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
    protected void updateItem(@Nullable EvaluatedRun item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        setAccessibleText(null);
      } else {
        boolean partial = item.evaluation().facts().extent().partial();
        title.setText(item.title());
        accuracy.setText(
            MeasureWords.percent(item.measures().accuracy().value()) + (partial ? ", a part" : ""));
        about.setText(item.about(ZoneId.systemDefault()));
        setGraphic(lines);
        setAccessibleText(item.title() + ", " + accuracy.getText() + " right, " + about.getText());
      }
    }
  }
}
