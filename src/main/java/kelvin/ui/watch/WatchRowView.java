package kelvin.ui.watch;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kelvin.ui.control.Numbers;
import kelvin.ui.control.command.PlaceKeys;
import kelvin.ui.plot.Sparkline;

/// A watched row: its tokens, a line of their probability over the positions, rank and probability.
/// An open row also shows all details and commands.
final class WatchRowView extends VBox {

  private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
  private static final PseudoClass REMOVED = PseudoClass.getPseudoClass("removed");

  /// Below this width the line over the positions is hidden, so that the numbers fit.
  private static final double SPARKLINE_WIDTH = 220;

  private final WatchViewModel viewModel;
  private final int index;
  private final IntConsumer focus;
  private final Label token = new Label();
  private final Label rank = new Label();
  private final Label probability = new Label();
  private final Sparkline sparkline = new Sparkline();
  private final WatchRowDetails details;
  private final HBox line;
  private final Tooltip tooltip = new Tooltip();

  /// @param index of the row
  /// @param focus moves the focus to the row at an index
  WatchRowView(WatchViewModel viewModel, int index, IntConsumer focus) {
    this.viewModel = viewModel;
    this.index = index;
    this.focus = focus;
    details = new WatchRowDetails(viewModel, index);
    setId("watched-" + index);
    getStyleClass().add("watched-row");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    tooltip.getStyleClass().add("lesson");
    line = makeLine();
    Tooltip.install(line, tooltip);
    getChildren().addAll(line, details);
    details.managedProperty().bind(details.visibleProperty());
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    line.addEventHandler(MouseEvent.MOUSE_CLICKED, this::toggle);
    new WatchDrag(viewModel, this, line);
  }

  int index() {
    return index;
  }

  /// The row without its details.
  HBox line() {
    return line;
  }

  private HBox makeLine() {
    token.getStyleClass().add("watched-token");
    token.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(token, Priority.ALWAYS);
    sparkline.visibleProperty().bind(widthProperty().greaterThan(SPARKLINE_WIDTH));
    sparkline.managedProperty().bind(sparkline.visibleProperty());
    sparkline.setMouseTransparent(true);
    sparkline.setMaxHeight(16);
    sparkline.markedProperty().bind(viewModel.positionProperty());
    rank.getStyleClass().add("watched-rank");
    probability.getStyleClass().add("watched-probability");
    // In a narrow panel the token is shortened, not its numbers.
    for (var number : List.of(rank, probability)) {
      number.setMinWidth(USE_PREF_SIZE);
    }
    var made = new HBox(token, sparkline, rank, probability);
    made.getStyleClass().add("watched-line");
    made.setAlignment(Pos.CENTER_LEFT);
    return made;
  }

  void show(WatchedRow row, boolean open) {
    token.setText(row.label());
    rank.setText(row.numbers().map(now -> Numbers.count(now.rank())).orElse("–"));
    probability.setText(
        row.numbers().map(now -> Numbers.percent(now.scaledProbability())).orElse("–"));
    sparkline.valuesProperty().set(row.history());
    sparkline.setAccessibleText(row.describeHistory());
    boolean removed = row.numbers().map(now -> !now.fate().isEmpty()).orElse(false);
    pseudoClassStateChanged(REMOVED, removed);
    pseudoClassStateChanged(OPEN, open);
    var words = row.note().isEmpty() ? row.describe() : row.describe() + "\n" + row.note();
    tooltip.setText(words);
    setAccessibleText(words);
    details.setVisible(open);
    if (open) {
      details.show(row);
    }
  }

  private void toggle(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
      requestFocus();
      open(viewModel.selectedProperty().get() != index);
    }
  }

  private void open(boolean open) {
    viewModel.selectedProperty().set(open ? index : -1);
  }

  private void key(KeyEvent event) {
    if (!isFocused()) {
      return;
    }
    var code = event.getCode();
    boolean up = PlaceKeys.MOVE_UP.match(event);
    if (up || PlaceKeys.MOVE_DOWN.match(event)) {
      int to = index + (up ? -1 : 1);
      viewModel.move(index, to);
      focus.accept(viewModel.selectedProperty().get());
    } else {
      switch (code) {
        case UP -> focus.accept(index - 1);
        case DOWN -> focus.accept(index + 1);
        case ENTER, SPACE -> open(viewModel.selectedProperty().get() != index);
        case ESCAPE -> open(false);
        case DELETE, BACK_SPACE -> viewModel.remove(index);
        case J -> viewModel.join(index, index + 1);
        case S -> viewModel.split(index);
        default -> {
          return;
        }
      }
    }
    event.consume();
  }
}
