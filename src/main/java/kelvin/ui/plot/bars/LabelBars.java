package kelvin.ui.plot.bars;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import kelvin.display.InformationUnit;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PlotRegion;

/// A row for each label, in the user's order: a filled bar for the share among the labels, an
/// outline for the model's own probability of the whole label.
public final class LabelBars extends PlotRegion {

  private final ObjectProperty<List<LabelBar>> bars =
      new SimpleObjectProperty<>(this, "bars", List.of());
  private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
  private final ObjectProperty<InformationUnit> unit =
      new SimpleObjectProperty<>(this, "unit", InformationUnit.BITS);
  private final LabelBarsPainter painter = new LabelBarsPainter(this);

  public LabelBars() {
    super("label-bars");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    bars.subscribe(_ -> show());
    selected.subscribe(_ -> show());
    unit.subscribe(_ -> repaint());
    focusedProperty().addListener(_ -> repaint());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void show() {
    var all = bars.get();
    if (selected.get() >= all.size()) {
      selected.set(all.size() - 1);
    }
    double height = LabelBarsPainter.heightOf(all.size());
    setMinHeight(height);
    setPrefHeight(height);
    int at = selected.get();
    setAccessibleText(
        at >= 0
            ? all.get(at).describe()
            : "Labels: " + all.stream().map(LabelBar::describe).collect(Collectors.joining("; ")));
    repaint();
  }

  private void press(MouseEvent event) {
    int row = LabelBarsPainter.rowAt(event.getY());
    requestFocus();
    if (row >= 0 && row < bars.get().size()) {
      selected.set(row);
    }
  }

  private void pressed(KeyEvent event) {
    int last = bars.get().size() - 1;
    int to =
        switch (event.getCode()) {
          case UP -> Math.max(0, selected.get() - 1);
          case DOWN -> Math.min(last, selected.get() + 1);
          case HOME -> 0;
          case END -> last;
          default -> Integer.MIN_VALUE;
        };
    if (to > Integer.MIN_VALUE && last >= 0) {
      selected.set(to);
      event.consume();
    }
  }

  public ObjectProperty<List<LabelBar>> barsProperty() {
    return bars;
  }

  /// The selected row, 0-based; −1 for none.
  public IntegerProperty selectedProperty() {
    return selected;
  }

  /// The unit of the log-probabilities.
  public ObjectProperty<InformationUnit> unitProperty() {
    return unit;
  }

  /// The y coordinate of the middle of a row, for pointing at it.
  public double rowCentre(int row) {
    return LabelBarsPainter.rowTop(row) + LabelBarsPainter.ROW_HEIGHT / 2;
  }

  @Override
  protected void paint(Pen pen, double width, double height) {
    painter.paint(pen, bars.get(), unit.get(), selected.get());
  }
}
