package kelvin.ui.prompt;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import kelvin.prompt.task.Task;
import kelvin.ui.task.TasksViewModel;

/// A menu of the tasks to start from, and of the user's own task files.
final class TaskPicker extends MenuButton {

  private static final int DESCRIBED = 70;

  private final TasksViewModel tasks;

  TaskPicker(PromptViewModel prompt) {
    tasks = prompt.tasks();
    setId("task");
    getStyleClass().addAll("quiet-menu", "task-picker");
    setMinWidth(0);
    setMaxWidth(Double.MAX_VALUE);
    setMnemonicParsing(false);
    setAccessibleText("Task");
    setTooltip(
        new Tooltip(
            "Begins from a task: its words, examples, labels and test inputs.\nUndo brings back"
                + " what was there."));
    textProperty()
        .bind(
            prompt
                .composer()
                .originProperty()
                .map(
                    origin ->
                        origin.notes().name().isEmpty() ? "Choose a task" : origin.notes().name()));
    tasks.library().subscribe(this::fill);
    tasks.own().subscribe(this::fill);
    setOnShowing(_ -> tasks.refresh());
    fill();
  }

  private void fill() {
    var items = new ArrayList<MenuItem>();
    var shipped = List.copyOf(tasks.library());
    // A single menu of thirty tasks is higher than a small window.
    int half = (shipped.size() + 1) / 2;
    items.addAll(items(tasks.library(), 0, half));
    if (half < shipped.size()) {
      var more = new Menu("More tasks");
      more.getItems().setAll(items(tasks.library(), half, shipped.size()));
      items.add(more);
    }
    if (!tasks.own().isEmpty()) {
      var own = new Menu("Your tasks");
      own.getItems().setAll(items(tasks.own(), 0, tasks.own().size()));
      items.add(own);
    }
    items.add(new SeparatorMenuItem());
    items.add(item("open-task", "Open task file …", tasks::openFile));
    items.add(item("save-task", "Save as task file …", tasks::saveFile));
    getItems().setAll(items);
  }

  private List<MenuItem> items(ObservableList<Task> from, int first, int end) {
    return from.subList(first, end).stream().map(this::item).toList();
  }

  private MenuItem item(Task task) {
    var name = new Label(task.notes().name());
    name.getStyleClass().add("preset-title");
    var says = new Label(shortened(task.notes().description()));
    says.getStyleClass().add("preset-says");
    var item = new CustomMenuItem(new VBox(name, says), true);
    item.setOnAction(_ -> tasks.open(task));
    return item;
  }

  private static String shortened(String description) {
    return description.length() <= DESCRIBED
        ? description
        : description.substring(0, description.offsetByCodePoints(0, DESCRIBED - 10)) + "…";
  }

  private static MenuItem item(String id, String text, Runnable action) {
    var item = new MenuItem(text);
    item.setId(id);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
