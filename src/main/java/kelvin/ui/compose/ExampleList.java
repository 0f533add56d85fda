package kelvin.ui.compose;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kelvin.display.InformationUnit;
import org.jspecify.annotations.Nullable;

/// The table of examples. Enter, Tab and the arrow keys move between cells, the handle or Alt and
/// the arrow keys move rows, and cells copied from a spreadsheet become rows.
public final class ExampleList extends VBox {

  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
  private static final PseudoClass ROOMY = PseudoClass.getPseudoClass("roomy");
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");
  private static final PseudoClass BEFORE = PseudoClass.getPseudoClass("drop-before");
  private static final PseudoClass AFTER = PseudoClass.getPseudoClass("drop-after");

  /// Room for the heading of the second column, with a gap.
  private static final double WIDTH_OF_Y = 20;

  private static final double ROW_HEIGHT = 30;

  /// The maximum number of rows without scrolling in a low window, so that the prompt stays
  /// visible.
  private static final int FEW_ROWS = 4;

  private static final int MANY_ROWS = 10;

  /// The height below which a window counts as low.
  private static final double LOW = 800;

  private final FewShotViewModel viewModel;
  private final ExampleEffectsViewModel effects;
  private final ListView<ExampleRow> rows;
  private @Nullable ExampleRow stop;
  private boolean roomy;
  private Predicate<String> onPaste = _ -> false;

  /// All cells, also those that are not visible: a larger window shows them without another update.
  private final Set<ExampleCell> made = Collections.newSetFromMap(new WeakHashMap<>());

  public ExampleList(FewShotViewModel viewModel, ExampleEffectsViewModel effects) {
    this.viewModel = viewModel;
    this.effects = effects;
    getStyleClass().add("example-list");
    rows = new ListView<>(viewModel.rows());
    rows.setId("examples");
    rows.getStyleClass().add("examples");
    rows.setAccessibleText("Examples");
    rows.setMinHeight(2 * ROW_HEIGHT + 2);
    viewModel.rows().subscribe(this::fitHeight);
    sceneProperty().flatMap(Scene::heightProperty).subscribe(_ -> fitHeight());
    // The fields of the rows take the focus instead of the list.
    rows.setFocusTraversable(false);
    setRoomy(false);
    var nothing = new Label("No example yet: add one, paste rows or import a table.");
    nothing.getStyleClass().add("quiet");
    nothing.setWrapText(true);
    rows.setPlaceholder(nothing);
    new RowDrag(this, rows);
    VBox.setVgrow(rows, Priority.ALWAYS);
    getChildren().addAll(head(), rows);
    Stream.of(
            viewModel.promptProperty(),
            effects.effectsProperty(),
            effects.attentionProperty(),
            effects.unitProperty())
        .forEach(shown -> shown.subscribe(() -> made.forEach(ExampleCell::showPart)));
    rows.widthProperty()
        .subscribe(
            width ->
                pseudoClassStateChanged(NARROW, width.doubleValue() <= ExampleCell.ROOMY + 12));
    effects.staleProperty().subscribe(stale -> pseudoClassStateChanged(STALE, stale));
  }

  /// Gives the table the room that there is, with cells that show their whole text; or a few rows
  /// of one line each.
  public void setRoomy(boolean wanted) {
    roomy = wanted;
    pseudoClassStateChanged(ROOMY, wanted);
    rows.setFixedCellSize(wanted ? USE_COMPUTED_SIZE : ROW_HEIGHT);
    made.clear();
    rows.setCellFactory(
        _ -> {
          var cell = new ExampleCell(this, wanted);
          made.add(cell);
          return cell;
        });
    fitHeight();
  }

  private void fitHeight() {
    if (roomy) {
      rows.setPrefHeight(2 * ROW_HEIGHT + 2);
      return;
    }
    double height = getScene() == null ? LOW : getScene().getHeight();
    int more = (int) Math.max(0, (height - LOW) / ROW_HEIGHT);
    int most = Math.min(MANY_ROWS, FEW_ROWS + more);
    int shown = Math.max(2, Math.min(most, viewModel.rows().size()));
    rows.setPrefHeight(shown * ROW_HEIGHT + 2);
  }

  private StackPane head() {
    var input = new Label("x");
    var output = new Label("y");
    for (var column : List.of(input, output)) {
      column.setMaxWidth(Double.MAX_VALUE);
      column.setPrefWidth(1);
      HBox.setHgrow(column, Priority.ALWAYS);
    }
    var effect = new Label();
    effect.setId("effect-head");
    effect.setMinWidth(0);
    effect.setTooltip(
        new Tooltip(
            "What each example does to the right answer (or, where none is named, to the most"
                + " probable token):\nits log-probability with the example minus without it."));
    effect.setMaxWidth(USE_PREF_SIZE);
    var columns = new HBox(input, output);
    columns.getStyleClass().add("example-columns");
    // Above the narrow column of numbers, but wider than it.
    var head = new StackPane(columns, effect);
    StackPane.setAlignment(effect, Pos.CENTER_RIGHT);
    head.getStyleClass().add("example-head");
    head.visibleProperty().bind(Bindings.isNotEmpty(viewModel.rows()));
    head.managedProperty().bind(head.visibleProperty());
    Runnable show =
        () -> showHeading(effect, columns.getWidth() - output.getLayoutX() - WIDTH_OF_Y);
    effects.effectsProperty().subscribe(show);
    effects.attentionProperty().subscribe(show);
    effects.unitProperty().subscribe(show);
    columns.widthProperty().subscribe(show);
    output.layoutXProperty().subscribe(show);
    return head;
  }

  /// Shows the whole heading, or its unit alone where it would cover the heading beside it.
  private void showHeading(Label heading, double room) {
    var found = effects.effectsProperty().get();
    var unit = unit();
    if (found.changes().isEmpty()) {
      heading.setText("");
      return;
    }
    var attention = showsAttention() ? "attention · " : "";
    var change = "Δ " + unit.logarithm() + " P(" + found.answer() + "), " + unit.label();
    var brief = "Δ, " + unit.label();
    for (var words : List.of(attention + change, attention + brief, brief)) {
      heading.setText(words);
      if (heading.prefWidth(USE_COMPUTED_SIZE) <= room) {
        return;
      }
    }
  }

  /// The unit of the effects in words.
  InformationUnit unit() {
    return effects.unitProperty().get();
  }

  /// The effect of an example on the right answer, nats; empty while it is unknown.
  OptionalDouble effectOf(ExampleRow row) {
    int place = viewModel.rows().indexOf(row);
    return place < 0
        ? OptionalDouble.empty()
        : effects.effectsProperty().get().of(place, row.example());
  }

  /// Returns whether the rows say how much attention they get.
  boolean showsAttention() {
    return !effects.attentionProperty().get().isEmpty();
  }

  /// The weight that attention puts on an example, 0..1; empty while it is not shown.
  OptionalDouble attentionTo(ExampleRow row) {
    var weight = effects.attentionProperty().get().get(viewModel.rows().indexOf(row));
    return weight == null ? OptionalDouble.empty() : OptionalDouble.of(weight);
  }

  /// The label whose log-probability the examples change.
  String answer() {
    return effects.effectsProperty().get().answer();
  }

  /// Sets a handler that sees pasted text before a field does; it returns true if it used the text.
  public void setOnPaste(Predicate<String> onPaste) {
    this.onPaste = onPaste;
  }

  boolean paste(String text) {
    return onPaste.test(text);
  }

  boolean isShown(ExampleRow row) {
    return viewModel.isShown(row);
  }

  /// Removes a row and focuses the one that takes its place.
  void remove(ExampleRow row) {
    int at = viewModel.rows().indexOf(row);
    viewModel.remove(row);
    int last = viewModel.rows().size() - 1;
    if (last >= 0) {
      focus(Math.min(at, last), false);
    }
  }

  void move(ExampleRow row, int by, boolean answer) {
    viewModel.move(row, by);
    focus(viewModel.rows().indexOf(row), answer);
  }

  /// Moves the focus from an input to its answer, and from there to the next row. Adds a row after
  /// the last one.
  void goOn(ExampleRow row, boolean fromAnswer) {
    int at = viewModel.rows().indexOf(row);
    if (!fromAnswer) {
      focus(at, true);
      return;
    }
    if (at + 1 == viewModel.rows().size()) {
      viewModel.add();
    }
    focus(at + 1, false);
  }

  /// Moves the focus to the same column of another row, if there is one.
  void focusBeside(ExampleRow row, int by, boolean answer) {
    int to = viewModel.rows().indexOf(row) + by;
    if (to >= 0 && to < viewModel.rows().size()) {
      focus(to, answer);
    }
  }

  /// Lets Tab come to this row from now on.
  void stopAt(ExampleRow row) {
    stop = row;
    placeTabStop();
  }

  /// Makes the table one row for the Tab key: the row that had the focus last or, if that is out of
  /// sight, the topmost one.
  void placeTabStop() {
    var cells = cells();
    var stopCell = cells.stream().filter(cell -> cell.getItem().equals(stop)).findFirst();
    var top = cells.stream().min(Comparator.comparingInt(ExampleCell::getIndex));
    var chosen = stopCell.or(() -> top);
    cells.forEach(cell -> cell.setTabStop(chosen.filter(cell::equals).isPresent()));
  }

  /// Scrolls to a row and puts the caret into it.
  public void focus(int index, boolean answer) {
    if (cellAt(index).isEmpty()) {
      rows.scrollTo(index);
    }
    rows.applyCss();
    rows.layout();
    cellAt(index).ifPresent(cell -> cell.focusField(answer));
  }

  private Optional<ExampleCell> cellAt(int index) {
    return cells().stream().filter(cell -> cell.getIndex() == index).findFirst();
  }

  /// The visible cells.
  private List<ExampleCell> cells() {
    return rows.lookupAll(".example-cell").stream()
        .filter(ExampleCell.class::isInstance)
        .map(ExampleCell.class::cast)
        .filter(cell -> cell.getItem() != null && cell.isVisible())
        .toList();
  }

  /// Marks the place where the dragged row would go.
  void showDrop(ExampleRow row, double sceneY) {
    clearDrop();
    int from = viewModel.rows().indexOf(row);
    cellAt(from).ifPresent(cell -> cell.pseudoClassStateChanged(DRAGGED, true));
    target(sceneY)
        .filter(cell -> cell.getIndex() != from)
        .ifPresent(
            cell -> cell.pseudoClassStateChanged(cell.getIndex() < from ? BEFORE : AFTER, true));
  }

  /// Moves the dragged row to that place.
  void drop(ExampleRow row, double sceneY) {
    clearDrop();
    target(sceneY).ifPresent(cell -> viewModel.moveTo(row, cell.getIndex()));
  }

  private void clearDrop() {
    for (var cell : cells()) {
      cell.pseudoClassStateChanged(DRAGGED, false);
      cell.pseudoClassStateChanged(BEFORE, false);
      cell.pseudoClassStateChanged(AFTER, false);
    }
  }

  /// The row at this height; above or below all rows, the first or the last visible one.
  private Optional<ExampleCell> target(double sceneY) {
    ExampleCell nearest = null;
    double distance = Double.POSITIVE_INFINITY;
    for (var cell : cells()) {
      var bounds = cell.localToScene(cell.getLayoutBounds());
      double away = Math.abs(bounds.getCenterY() - sceneY);
      if (away < distance) {
        nearest = cell;
        distance = away;
      }
    }
    return Optional.ofNullable(nearest);
  }
}
