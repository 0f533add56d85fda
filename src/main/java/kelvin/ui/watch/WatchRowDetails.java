package kelvin.ui.watch;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import kelvin.ui.plot.Sparkline;

/// The details of an open row: all its numbers, its line over the positions, and its commands.
final class WatchRowDetails extends VBox {

  private final WatchViewModel viewModel;
  private final int index;
  private final Label numbers = new Label();
  private final Label note = new Label();
  private final Sparkline history = new Sparkline();
  private final Label historyText = new Label();
  private final MenuButton join = new MenuButton("Join with");
  private final Button split = button("Split", "Gives each spelling a row of its own again (S).");

  WatchRowDetails(WatchViewModel viewModel, int index) {
    this.viewModel = viewModel;
    this.index = index;
    getStyleClass().add("watched-details");
    numbers.setId("watched-numbers");
    numbers.getStyleClass().add("watched-numbers");
    note.setId("watched-note");
    note.getStyleClass().add("faint");
    historyText.getStyleClass().add("faint");
    for (var text : List.of(numbers, note, historyText)) {
      text.setWrapText(true);
      text.setMinHeight(USE_PREF_SIZE);
    }
    history.setMinHeight(34);
    history.setMaxWidth(Double.MAX_VALUE);
    history.markedProperty().bind(viewModel.positionProperty());
    getChildren().addAll(numbers, note, history, historyText, commands());
  }

  private FlowPane commands() {
    var up = button("↑", "Moves the row up (Alt+↑).");
    up.setAccessibleText("Move up");
    up.setOnAction(_ -> viewModel.move(index, index - 1));
    var down = button("↓", "Moves the row down (Alt+↓).");
    down.setAccessibleText("Move down");
    down.setOnAction(_ -> viewModel.move(index, index + 1));
    join.getStyleClass().add("quiet-button");
    join.setId("join-watched");
    join.setTooltip(
        new Tooltip(
            "Counts this row and another as one, such as “ Paris” and “PARIS”: its probability is"
                + " their sum. J joins with the row below; a row can also be dragged onto"
                + " another."));
    split.setId("split-watched");
    split.setOnAction(_ -> viewModel.split(index));
    split.managedProperty().bind(split.visibleProperty());
    var remove = button("Remove", "Follows this row no more (Delete).");
    remove.setId("remove-watched");
    remove.setOnAction(_ -> viewModel.remove(index));
    var commands = new FlowPane(up, down, join, split, remove);
    commands.setAlignment(Pos.CENTER_LEFT);
    return commands;
  }

  private static Button button(String text, String lesson) {
    var button = new Button(text);
    button.getStyleClass().add("quiet-button");
    button.setTooltip(new Tooltip(lesson));
    return button;
  }

  void show(WatchedRow row) {
    numbers.setText(row.describe());
    showText(note, row.note());
    history.valuesProperty().set(row.history());
    history.setVisible(!row.history().isEmpty());
    history.setManaged(history.isVisible());
    history.setAccessibleText(row.describeHistory());
    var about = row.describeHistory();
    showText(historyText, about.isEmpty() ? "" : about + "; log scale, 10⁻⁶ to 1");
    split.setVisible(row.isJoined());
    join.getItems().clear();
    for (int i = 0; i < viewModel.rows().size(); i++) {
      if (i != index) {
        int other = i;
        var item = new MenuItem(viewModel.rows().get(i).label());
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> viewModel.join(index, other));
        join.getItems().add(item);
      }
    }
    join.setDisable(join.getItems().isEmpty());
  }

  private static void showText(Label label, String text) {
    label.setText(text);
    label.setVisible(!text.isEmpty());
    label.setManaged(!text.isEmpty());
  }
}
