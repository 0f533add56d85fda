package kelvin.ui.palette;

import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.ui.control.command.CommandList.Entry;
import kelvin.ui.palette.PaletteSearch.Found;
import org.jspecify.annotations.Nullable;

/// Lists commands above the window and runs the one that the user finds by typing.
///
/// There is one for the whole window, so that no second one can be open. It lies over the window
/// rather than in a window of its own, so that it is magnified with it.
public final class Palette extends Region {

  private static final double WIDTH = 620;
  private static final double MARGIN = 16;
  private static final double ROW = 30;
  private static final int MAX_ROWS = 12;

  private final TextField field = new TextField();
  private final ListView<Found> list = new ListView<>();
  private final Label nothing = new Label();
  private final VBox card = new VBox(field, list);
  private final PaletteSearch search = new PaletteSearch();
  private @Nullable Subject subject;
  private @Nullable Node before;
  private List<Entry> entries = List.of();

  /// The things that the palette lists.
  ///
  /// @param title says what can be found, for the empty field and for screen readers
  /// @param nothing the sentence for a search without a result
  /// @param entries asked each time the palette opens
  public record Subject(String title, String nothing, Supplier<List<Entry>> entries) {}

  public Palette() {
    setId("palette");
    getStyleClass().add("palette-ground");
    setAccessibleRole(AccessibleRole.DIALOG);
    setManaged(false);
    setVisible(false);
    card.getStyleClass().addAll("card", "palette");
    field.setId("palette-field");
    field.getStyleClass().add("palette-field");
    field.setTooltip(
        new Tooltip("Type a part of a name; ↑ and ↓ choose a row, Enter runs it, Esc closes."));
    field.textProperty().subscribe((_, _) -> find());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    list.setId("palette-list");
    list.getStyleClass().add("palette-list");
    list.setFixedCellSize(ROW);
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new PaletteCell());
    list.setPlaceholder(nothing);
    list.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    nothing.getStyleClass().add("quiet");
    nothing.setWrapText(true);
    VBox.setVgrow(list, Priority.ALWAYS);
    card.setAlignment(Pos.TOP_LEFT);
    // A screen reader stays at the field, so the field tells which row is chosen.
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(found -> field.setAccessibleHelp(found == null ? "" : found.describe()));
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressOutside);
  }

  // Commands

  /// Opens the palette, or shows other things in the one that is open.
  public void show(Subject wanted) {
    if (!isVisible()) {
      before = getScene().getFocusOwner();
    }
    subject = wanted;
    entries = wanted.entries().get();
    setAccessibleText(wanted.title());
    field.setAccessibleText(wanted.title());
    field.setPromptText(wanted.title());
    list.setAccessibleText(wanted.title());
    nothing.setText(wanted.nothing());
    getChildren().setAll(card);
    setVisible(true);
    toFront();
    field.clear();
    find();
    requestLayout();
    field.requestFocus();
  }

  /// Closes the palette and gives the focus back.
  public void close() {
    if (!isVisible()) {
      return;
    }
    setVisible(false);
    getChildren().clear();
    subject = null;
    entries = List.of();
    list.getItems().clear();
    var back = before;
    before = null;
    if (back != null && back.getScene() != null) {
      back.requestFocus();
    }
  }

  /// Looks again at what there is, if the palette is open.
  public void update() {
    if (subject != null) {
      var chosen = list.getSelectionModel().getSelectedIndex();
      entries = subject.entries().get();
      find();
      move(Math.max(0, chosen), false);
    }
  }

  private void find() {
    if (subject == null) {
      return;
    }
    list.getItems().setAll(search.find(field.getText(), entries));
    list.getSelectionModel().clearSelection();
    if (!list.getItems().isEmpty()) {
      list.getSelectionModel().select(0);
      list.scrollTo(0);
    }
    requestLayout();
  }

  private void run(@Nullable Found found) {
    if (found == null || !found.entry().command().canRun()) {
      return;
    }
    var command = found.entry().command();
    search.used(command.id());
    // The command acts on what had the focus.
    close();
    command.run();
  }

  // Keys and mouse

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case ESCAPE -> close();
      case ENTER -> run(list.getSelectionModel().getSelectedItem());
      case UP -> move(-1, true);
      case DOWN -> move(1, true);
      case PAGE_UP -> move(1 - MAX_ROWS, false);
      case PAGE_DOWN -> move(MAX_ROWS - 1, false);
      // The focus stays in the field until the palette is closed.
      case TAB -> move(event.isShiftDown() ? -1 : 1, true);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(int by, boolean around) {
    int count = list.getItems().size();
    if (count > 0) {
      int wanted = list.getSelectionModel().getSelectedIndex() + by;
      int to = around ? Math.floorMod(wanted, count) : Math.clamp(wanted, 0, count - 1);
      list.getSelectionModel().select(to);
      reveal(to);
    }
  }

  private void reveal(int row) {
    // The list itself would scroll the row to its top.
    if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> rows) {
      rows.scrollTo(row);
    }
  }

  private void click(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.getTarget() instanceof Node target) {
      for (Node at = target; at != null; at = at.getParent()) {
        if (at instanceof PaletteCell cell) {
          run(cell.getItem());
          return;
        }
      }
    }
  }

  private void pressOutside(MouseEvent event) {
    if (event.getTarget() == this) {
      close();
    }
    event.consume();
  }

  @Override
  protected void layoutChildren() {
    double width = Math.min(WIDTH, getWidth() - 2 * MARGIN);
    int found = list.getItems().size();
    // The sentence that nothing was found can take two lines.
    int rows = found == 0 ? 2 : Math.min(found, MAX_ROWS);
    list.setMinHeight(0);
    list.setPrefHeight(rows * ROW + 2);
    double height = Math.min(card.prefHeight(width), getHeight() - 4 * MARGIN);
    card.resizeRelocate(
        snapPositionX((getWidth() - width) / 2), snapPositionY(3 * MARGIN), width, height);
  }
}
