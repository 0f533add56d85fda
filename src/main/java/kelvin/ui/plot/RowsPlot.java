package kelvin.ui.plot;

import java.util.List;
import java.util.Optional;
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
/// row, which stays selected where other rows come above it. The plot is as high as its rows.
public abstract class RowsPlot<B> extends PlotRegion {

  public static final double HEADER_HEIGHT = 24;

  private static final double FOOT = 4;

  private final double rowHeight;
  private final Function<B, String> description;
  private final Function<B, ?> identity;
  private final ObjectProperty<List<B>> bars = new SimpleObjectProperty<>(this, "bars", List.of());
  private final StringProperty name = new SimpleStringProperty(this, "name", "");
  private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);

  /// The identity of the row that was selected last. It is kept while that row is missing, so that
  /// the row is selected again when it comes back.
  private Optional<Object> wanted = Optional.empty();

  /// True while the selection follows its row.
  private boolean following;

  /// @param description says a bar for screen readers
  /// @param identity is the same for the same row with other numbers
  protected RowsPlot(
      String styleClass,
      double rowHeight,
      Function<B, String> description,
      Function<B, ?> identity) {
    super(styleClass);
    this.rowHeight = rowHeight;
    this.description = description;
    this.identity = identity;
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    bars.subscribe(_ -> follow());
    name.subscribe(_ -> show());
    selected.subscribe(_ -> select());
    focusedProperty().addListener(_ -> repaint());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void select() {
    int at = selected.get();
    if (at >= bars.get().size()) {
      selected.set(bars.get().size() - 1);
      return;
    }
    if (!following) {
      wanted = at < 0 ? Optional.empty() : Optional.of(identity.apply(bars.get().get(at)));
    }
    show();
  }

  /// Selects the wanted row at its new place, or none while it is missing.
  private void follow() {
    following = true;
    var rows = bars.get().stream().map(identity).toList();
    selected.set(wanted.map(rows::indexOf).orElse(-1));
    following = false;
    show();
  }

  private void show() {
    var all = bars.get();
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
