package kelvin.ui.shell;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import kelvin.ui.playground.Page;
import kelvin.ui.theme.ThemeStyle;

/// A dialog with all shortcuts on one page.
final class ShortcutSheet extends Dialog<ButtonType> {

  private static final int MAX_COLUMNS = 4;

  ShortcutSheet(List<Shortcuts.Group> groups, Window owner) {
    initOwner(owner);
    setTitle("Keyboard shortcuts");
    var page = new HBox();
    page.getStyleClass().add("shortcut-page");
    var scroll = new Page(page, owner);
    scroll.setId("shortcuts");
    scroll.getStyleClass().add("shortcut-sheet");
    scroll.setAccessibleText("Keyboard shortcuts");
    var pane = getDialogPane();
    pane.getStyleClass().add("shortcuts");
    ThemeStyle.match(pane, owner.getScene());
    pane.setContent(scroll);
    pane.getButtonTypes().add(ButtonType.CLOSE);
    int columns = MAX_COLUMNS;
    fill(page, groups, columns);
    pane.applyCss();
    while (columns > 1 && scroll.wantsMoreWidth()) {
      columns--;
      fill(page, groups, columns);
      pane.applyCss();
    }
    // At 300 % one column may still be too wide; its words wrap then.
    scroll.setFitToWidth(scroll.wantsMoreWidth());
  }

  /// Puts the groups below each other in columns of about the same length.
  private static void fill(HBox page, List<Shortcuts.Group> groups, int count) {
    var columns = Stream.generate(VBox::new).limit(count).toList();
    var lengths = new int[count];
    for (var group : groups) {
      int column = shortest(lengths);
      columns.get(column).getChildren().add(group(group));
      lengths[column] += group.entries().size() + 2;
    }
    for (var column : columns) {
      column.getStyleClass().add("shortcut-column");
      HBox.setHgrow(column, Priority.ALWAYS);
    }
    page.getChildren().setAll(columns);
  }

  /// A scroll pane as large as its content, limited by the window.
  private static final class Page extends ScrollPane {

    private static final double BESIDE = 120;
    private static final double AROUND_HEIGHT = 190;

    /// The vertical scroll bar takes this much of the width, so that no horizontal one is needed.
    private static final double SCROLL_BAR = 20;

    private final Window owner;

    Page(Region content, Window owner) {
      super(content);
      this.owner = owner;
    }

    @Override
    protected double computePrefWidth(double height) {
      return Math.min(wantedWidth(), room());
    }

    boolean wantsMoreWidth() {
      return wantedWidth() > room();
    }

    private double wantedWidth() {
      return getContent().prefWidth(-1) + SCROLL_BAR;
    }

    private double room() {
      return owner.getWidth() - BESIDE;
    }

    @Override
    protected double computePrefHeight(double width) {
      return Math.min(super.computePrefHeight(width), owner.getHeight() - AROUND_HEIGHT);
    }
  }

  private static int shortest(int[] lengths) {
    int best = 0;
    for (int i = 1; i < lengths.length; i++) {
      if (lengths[i] < lengths[best]) {
        best = i;
      }
    }
    return best;
  }

  private static Region group(Shortcuts.Group group) {
    var title = new Label(group.title());
    title.getStyleClass().add("shortcut-group");
    var grid = new GridPane();
    grid.getStyleClass().add("shortcut-grid");
    var keys = new ColumnConstraints();
    keys.setMinWidth(Region.USE_PREF_SIZE);
    grid.getColumnConstraints().add(keys);
    for (int row = 0; row < group.entries().size(); row++) {
      var entry = group.entries().get(row);
      var key = new Label(entry.keys());
      key.getStyleClass().add("shortcut-keys");
      key.setMinWidth(Region.USE_PREF_SIZE);
      GridPane.setValignment(key, VPos.BASELINE);
      var does = new Label(entry.does());
      does.setWrapText(true);
      GridPane.setValignment(does, VPos.BASELINE);
      grid.addRow(row, key, does);
    }
    return new VBox(title, grid);
  }
}
