package kelvin.ui.compose;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kelvin.experiment.ExampleTrials;
import kelvin.ui.control.Numbers;
import kelvin.ui.control.command.KeyNames;
import kelvin.ui.control.command.PlaceKeys;
import kelvin.ui.control.command.Shortcut;
import org.jspecify.annotations.Nullable;

/// A row of the table of examples, edited in place.
final class ExampleCell extends ListCell<ExampleRow> {

  private static final PseudoClass HARMS = PseudoClass.getPseudoClass("harms");
  private static final PseudoClass LEFT_OUT = PseudoClass.getPseudoClass("left-out");

  /// The style class of the drag handle.
  static final String HANDLE = "drag-handle";

  private static final String NOTHING = "0";

  /// In pixels, between two rows of a table that wraps.
  private static final double GAP_BETWEEN_ROWS = 3;

  /// Below this width only the fields and the numbers are shown.
  static final double ROOMY = 230;

  private final ExampleList list;
  private final boolean wraps;
  private final CheckBox used = new CheckBox();
  private final CellField input;
  private final CellField output;
  private final Label effect = new Label();
  private final Label attention = new Label();
  private final StackPane numbers = new StackPane();
  private final StackPane handle = new StackPane();
  private final Tooltip effectLesson = new Tooltip();
  private final HBox line;
  private @Nullable ExampleRow row;

  /// @param wraps whether the fields show their whole text, on as many lines as it needs
  ExampleCell(ExampleList list, boolean wraps) {
    this.list = list;
    this.wraps = wraps;
    input = field(wraps, "x: the example’s input. Alt+↑ and Alt+↓ move the example.");
    output = field(wraps, "y: the answer it should get.");
    getStyleClass().add("example-cell");
    handle.getStyleClass().add(HANDLE);
    var dots = new Region();
    dots.getStyleClass().add("dots");
    dots.setMouseTransparent(true);
    // The area of the handle is larger than its dots, so that it is easier to hit.
    handle.getChildren().add(dots);
    handle.setMinSize(12, 22);
    handle.setCursor(Cursor.OPEN_HAND);
    Tooltip.install(handle, new Tooltip("Drag to move the example; or Alt+↑ and Alt+↓."));
    used.getStyleClass().add("stage-switch");
    used.setAccessibleText("Example takes part");
    used.setTooltip(
        new Tooltip(
            Shortcut.withKeys(
                "Uses this example, or mutes it and keeps it.",
                KeyNames.of(PlaceKeys.USE_EXAMPLE))));
    // The keyboard has keys for these two, so that Tab need not stop at them in every row.
    used.setFocusTraversable(false);
    var remove = new Button("×");
    remove.setFocusTraversable(false);
    remove.getStyleClass().addAll("quiet-button", "remove-example");
    remove.setAccessibleText("Remove example");
    remove.setTooltip(new Tooltip("Removes the example (Ctrl+Delete)."));
    remove.setOnAction(_ -> remove());
    HBox.setHgrow(input.control(), Priority.ALWAYS);
    HBox.setHgrow(output.control(), Priority.ALWAYS);
    var arrow = new Label("→");
    arrow.getStyleClass().add("faint");
    arrow.setMinWidth(Region.USE_PREF_SIZE);
    effect.getStyleClass().addAll("quiet-number", "example-effect");
    effect.setTooltip(effectLesson);
    attention.getStyleClass().addAll("quiet-number", "example-attention");
    attention.setTooltip(
        new Tooltip(
            "The weight that attention puts on all tokens of this example together. The number"
                + " beside it is what the example does to the answer, measured without it: the two"
                + " often differ."));
    line = new HBox(handle, used, input.control(), arrow, output.control(), numbers, remove);
    line.getStyleClass().add("example-row");
    line.setAlignment(Pos.CENTER_LEFT);
    // The controls that a narrow panel hides have keyboard shortcuts.
    var roomy = widthProperty().greaterThan(ROOMY);
    roomy.subscribe(this::placeNumbers);
    for (var part : List.of(handle, arrow)) {
      part.visibleProperty().bind(roomy);
      part.managedProperty().bind(part.visibleProperty());
    }
    // The cell is as wide as the list, so that the list never scrolls sideways.
    setPrefWidth(0);
    input.setOnPaste(list::paste);
    output.setOnPaste(list::paste);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    for (var field : List.of(input.control(), output.control())) {
      field.setFocusTraversable(false);
      field.focusedProperty().subscribe(this::focusMoved);
    }
  }

  /// Puts both numbers side by side, or one above the other in a narrow panel, whose fields need
  /// the room.
  private void placeNumbers(boolean beside) {
    numbers.getChildren().clear();
    var both = beside ? new HBox(attention, effect) : new VBox(attention, effect);
    both.getStyleClass().add("example-numbers");
    numbers.getChildren().add(both);
  }

  private void focusMoved(boolean here) {
    if (here && row != null) {
      list.stopAt(row);
    }
  }

  /// Lets Tab come to this row, or pass it by.
  void setTabStop(boolean stop) {
    input.control().setFocusTraversable(stop);
    output.control().setFocusTraversable(stop);
  }

  @Override
  protected double computeMinHeight(double width) {
    return wraps && row != null ? computePrefHeight(width) : super.computeMinHeight(width);
  }

  private boolean isField(Node part) {
    return part.equals(input.control()) || part.equals(output.control());
  }

  private static CellField field(boolean wraps, String lesson) {
    return wraps ? new WrappedField(lesson) : new MarkedField(lesson);
  }

  /// A cell that wraps is as high as the longer of its two texts.
  @Override
  protected double computePrefHeight(double width) {
    if (!wraps || row == null) {
      return super.computePrefHeight(width);
    }
    double room = (width > 0 ? width : getWidth()) - snappedLeftInset() - snappedRightInset();
    double fields = room - line.getSpacing() * (line.getChildren().size() - 1);
    for (var part : line.getChildren()) {
      if (part.isManaged() && !isField(part)) {
        fields -= Math.max(part.minWidth(-1), part.prefWidth(-1));
      }
    }
    double height = 0;
    for (var field : List.of(input.control(), output.control())) {
      height = Math.max(height, field.prefHeight(Math.floor(fields / 2)));
    }
    return height + GAP_BETWEEN_ROWS + snappedTopInset() + snappedBottomInset();
  }

  @Override
  protected void updateItem(@Nullable ExampleRow item, boolean empty) {
    super.updateItem(item, empty);
    var before = row;
    var now = empty ? null : item;
    if (before != null && !before.equals(now)) {
      used.selectedProperty().unbindBidirectional(before.usedProperty());
      input.valueProperty().unbindBidirectional(before.inputProperty());
      output.valueProperty().unbindBidirectional(before.outputProperty());
    }
    if (now != null && !now.equals(before)) {
      used.selectedProperty().bindBidirectional(now.usedProperty());
      input.valueProperty().bindBidirectional(now.inputProperty());
      output.valueProperty().bindBidirectional(now.outputProperty());
    }
    row = now;
    setGraphic(now == null ? null : line);
    showPart();
    list.placeTabStop();
  }

  /// Dims rows outside the prompt; shows the effect of the others.
  void showPart() {
    var now = row;
    boolean shown = now != null && list.isShown(now);
    pseudoClassStateChanged(LEFT_OUT, now != null && !shown);
    var change = now != null && shown ? list.effectOf(now) : OptionalDouble.empty();
    var weight = now != null && shown ? list.attentionTo(now) : OptionalDouble.empty();
    // Rows without a number leave its room, so that the columns stay columns.
    attention.setManaged(list.showsAttention());
    attention.setText(
        weight.isPresent() ? Numbers.threeDigits(100 * weight.getAsDouble()) + " %" : "");
    boolean harms = change.orElse(0) < 0;
    effect.setText(change.isPresent() ? signed(list.unit().of(change.getAsDouble())) : "");
    effect.pseudoClassStateChanged(HARMS, harms && !effect.getText().equals(NOTHING));
    effectLesson.setText(
        change.isPresent()
            ? String.format(
                Locale.ROOT,
                "The log-probability of %s is %s %s with this example than without it:"
                    + "%nthe right answer is %s times as probable.",
                list.answer(),
                Numbers.information(Math.abs(change.getAsDouble()), list.unit()),
                harms ? "lower" : "higher",
                Numbers.threeDigits(Math.exp(change.getAsDouble())))
            : "What this example does to the right answer: not measured yet, or not in the prompt."
                + " With more than "
                + ExampleTrials.MAX_SHOTS
                + " examples the effects are not measured.");
  }

  private static String signed(double change) {
    double size = Math.abs(change);
    if (size < 0.0005) {
      return NOTHING;
    }
    var text = size < 10 ? String.format(Locale.ROOT, "%.3f", size) : Numbers.threeDigits(size);
    return (change < 0 ? "−" : "+") + text;
  }

  void focusField(boolean answer) {
    var field = (answer ? output : input).control();
    field.requestFocus();
    field.selectAll();
  }

  private void remove() {
    if (row != null) {
      list.remove(row);
    }
  }

  private void pressed(KeyEvent event) {
    if (row == null) {
      return;
    }
    boolean inOutput = output.control().isFocused();
    if (PlaceKeys.MOVE_UP.match(event)) {
      list.move(row, -1, inOutput);
    } else if (PlaceKeys.MOVE_DOWN.match(event)) {
      list.move(row, 1, inOutput);
    } else if (PlaceKeys.REMOVE_EXAMPLE.match(event)) {
      remove();
    } else if (event.getCode() == KeyCode.ENTER && !event.isShiftDown() && isTyping()) {
      list.goOn(row, inOutput);
    } else if (PlaceKeys.USE_EXAMPLE.match(event)) {
      used.setSelected(!used.isSelected());
    } else if (event.getCode() == KeyCode.UP
        && isPlain(event)
        && isTyping()
        && field(inOutput).isAtFirstLine()) {
      list.focusBeside(row, -1, inOutput);
    } else if (event.getCode() == KeyCode.DOWN
        && isPlain(event)
        && isTyping()
        && field(inOutput).isAtLastLine()) {
      list.focusBeside(row, 1, inOutput);
    } else {
      return;
    }
    event.consume();
  }

  private CellField field(boolean isOutput) {
    return isOutput ? output : input;
  }

  private static boolean isPlain(KeyEvent event) {
    return !event.isShiftDown() && !event.isShortcutDown() && !event.isAltDown();
  }

  private boolean isTyping() {
    return input.control().isFocused() || output.control().isFocused();
  }
}
