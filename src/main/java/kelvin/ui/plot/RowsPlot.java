package kelvin.ui.plot;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/// A plot with a line of headings and a row for each bar. The pointer and the arrow keys select a
/// row. It is as high as its rows.
public abstract class RowsPlot<B> extends PlotRegion {

  public static final double HEADER_HEIGHT = 24;

  private static final double FOOT = 4;

  private final double rowHeight;
  private final Function<B, String> description;
  private final ObjectProperty<List<B>> bars = new SimpleObjectProperty<>(this, "bars", List.of());
  private final StringProperty name = new SimpleStringProperty(this, "name", "");
  private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);

  /// @param description says a bar for screen readers
  protected RowsPlot(String styleClass, double rowHeight, Function<B, String> description) {
    super(styleClass);
    this.rowHeight = rowHeight;
    this.description = description;
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    bars.subscribe(_ -> show());
    name.subscribe(_ -> show());
    selected.subscribe(_ -> show());
    focusedProperty().addListener(_ -> repaint());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void show() {
    var all = bars.get();
    if (selected.get() >= all.size()) {
      selected.set(all.size() - 1);
    }
    double height = rowTop(all.size()) + FOOT;
    setMinHeight(height);
    setPrefHeight(height);
    int at = selected.get();
    setAccessibleText(at >= 0 ? description.apply(all.get(at)) : name.get() + ": " + describe(all));
    repaint();
  }

  private String describe(List<B> all) {
    return all.isEmpty() ? "none" : all.stream().map(description).collect(Collectors.joining("; "));
  }

  private void press(MouseEvent event) {
    requestFocus();
    int row = (int) Math.floor((event.getY() - HEADER_HEIGHT) / rowHeight);
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

  public final ObjectProperty<List<B>> barsProperty() {
    return bars;
  }

  /// The name of all rows for screen readers.
  protected final StringProperty nameProperty() {
    return name;
  }

  /// The selected row, 0-based; −1 for none.
  public final IntegerProperty selectedProperty() {
    return selected;
  }

  /// The y coordinate of the upper edge of a row.
  public final double rowTop(int row) {
    return HEADER_HEIGHT + row * rowHeight;
  }

  /// The y coordinate of the middle of a row, for pointing at it.
  public final double rowCentre(int row) {
    return rowTop(row) + rowHeight / 2;
  }

  /// Paints the ground of a selected row, with a frame while the plot has the focus.
  public final void paintSelection(Pen pen, double top) {
    pen.setFill(paint(Ink.SELECTION));
    pen.fillRoundRect(0, top, getWidth(), rowHeight, 8);
    if (isFocused()) {
      pen.setStroke(paint(Ink.BAR));
      pen.setLineWidth(1);
      pen.strokeRoundRect(0.5, top + 0.5, getWidth() - 1, rowHeight - 1, 8);
    }
  }
}
