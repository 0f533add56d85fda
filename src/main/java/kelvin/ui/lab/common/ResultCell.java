package kelvin.ui.lab.common;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A cell in a list of results: a title with the accuracy in its line, and conditions below.
public abstract class ResultCell<R> extends ListCell<R> {

  private final Label title = new Label();
  private final Label accuracy = new Label();
  private final Label about = new Label();
  private final VBox lines;

  /// The words of one result.
  public record Words(String title, String accuracy, String about) {}

  protected ResultCell() {
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

  protected abstract Words words(R item);

  @Override
  protected void updateItem(@Nullable R item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText(null);
    } else {
      var words = words(item);
      title.setText(words.title());
      accuracy.setText(words.accuracy());
      about.setText(words.about());
      setGraphic(lines);
      setAccessibleText(words.title() + ", " + words.accuracy() + " right, " + words.about());
    }
  }
}
