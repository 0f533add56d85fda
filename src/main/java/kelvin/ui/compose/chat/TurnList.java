package kelvin.ui.compose.chat;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import kelvin.ui.compose.ChatViewModel;
import kelvin.ui.compose.TurnRow;
import org.jspecify.annotations.Nullable;

/// The turns of a chat. Only those in sight have fields, so that a chat may have thousands.
final class TurnList extends ListView<TurnRow> {

  /// The least height, in pixels: a turn of one line.
  private static final double ROW_HEIGHT = 50;

  /// The share of a window's height that turns take at most, so that their prompt stays visible.
  private static final double MAX_SHARE = 0.34;

  private final ChatViewModel viewModel;
  private @Nullable TurnRow stop;

  TurnList(ChatViewModel viewModel) {
    super(viewModel.rows());
    this.viewModel = viewModel;
    setId("turns");
    getStyleClass().addAll("examples", "turns");
    setAccessibleText("Turns of the chat");
    setMinHeight(USE_PREF_SIZE);
    // The fields of the turns take the focus instead of the list.
    setFocusTraversable(false);
    var nothing = new Label("No turn yet: add one.");
    nothing.getStyleClass().add("quiet");
    setPlaceholder(nothing);
    setCellFactory(_ -> new TurnCell(this));
    viewModel.rows().subscribe(this::unfit);
    unfit();
  }

  /// Takes the room that there is, so that all turns have a height that can be measured.
  private void unfit() {
    setMaxHeight(Double.MAX_VALUE);
    setPrefHeight(most());
  }

  private double most() {
    double height = getScene() == null ? 0 : getScene().getHeight();
    return Math.max(2 * ROW_HEIGHT, MAX_SHARE * height);
  }

  /// Is as high as its turns where they fit, so that what stands below follows them directly.
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    var cells = cells();
    if (!cells.isEmpty() && cells.size() == viewModel.rows().size()) {
      double height = snappedTopInset() + snappedBottomInset();
      for (var cell : cells) {
        height += cell.prefHeight(cell.getWidth());
      }
      if (height != getMaxHeight()) {
        setMaxHeight(height);
        setPrefHeight(Math.min(most(), height));
      }
    }
  }

  /// Removes a turn and focuses the one that takes its place.
  void remove(TurnRow row) {
    int at = viewModel.rows().indexOf(row);
    viewModel.remove(row);
    int last = viewModel.rows().size() - 1;
    if (last >= 0) {
      focus(Math.min(at, last));
    }
  }

  void move(TurnRow row, int by) {
    viewModel.move(row, by);
    focus(viewModel.rows().indexOf(row));
  }

  void addAfter(TurnRow row) {
    viewModel.addAfter(row);
    focus(viewModel.rows().indexOf(row) + 1);
  }

  /// Moves the focus to another turn, if there is one.
  void focusBeside(TurnRow row, int by) {
    int to = viewModel.rows().indexOf(row) + by;
    if (to >= 0 && to < viewModel.rows().size()) {
      focus(to);
    }
  }

  /// Scrolls to a turn and puts the caret into it.
  void focus(int index) {
    if (cellAt(index).isEmpty()) {
      scrollTo(index);
    }
    applyCss();
    layout();
    cellAt(index).ifPresent(TurnCell::focusText);
  }

  /// Lets Tab come to this turn from now on.
  void stopAt(TurnRow row) {
    stop = row;
    placeTabStop();
  }

  /// Makes the list one stop for the Tab key: the turn that had the focus last or, if that is out
  /// of sight, the topmost one.
  void placeTabStop() {
    var cells = cells();
    var stopCell = cells.stream().filter(cell -> cell.getItem().equals(stop)).findFirst();
    var top = cells.stream().min(Comparator.comparingInt(TurnCell::getIndex));
    var chosen = stopCell.or(() -> top);
    cells.forEach(cell -> cell.setTabStop(chosen.filter(cell::equals).isPresent()));
  }

  private Optional<TurnCell> cellAt(int index) {
    return cells().stream().filter(cell -> cell.getIndex() == index).findFirst();
  }

  /// The visible cells.
  private List<TurnCell> cells() {
    return lookupAll(".turn-cell").stream()
        .filter(TurnCell.class::isInstance)
        .map(TurnCell.class::cast)
        .filter(cell -> cell.getItem() != null && cell.isVisible())
        .toList();
  }
}
