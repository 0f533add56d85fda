package kelvin.ui.plot.pair;

import java.util.List;
import java.util.Optional;
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
import kelvin.display.BarScale;
import kelvin.ui.control.command.Copies;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PlotRegion;

/// A row for each pair: both numbers, the change, and a bar for each side, A above B. It is as high
/// as its rows.
public final class PairBars extends PlotRegion implements Copies {

  private final ObjectProperty<List<PairBar>> bars =
      new SimpleObjectProperty<>(this, "bars", List.of());
  private final ObjectProperty<BarScale> scale =
      new SimpleObjectProperty<>(this, "scale", BarScale.ABSOLUTE);
  private final StringProperty what = new SimpleStringProperty(this, "what", "");
  private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
  private final PairBarsPainter painter = new PairBarsPainter(this);

  public PairBars() {
    super("pair-bars");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setMinWidth(PairBarsPainter.MIN_WIDTH);
    bars.subscribe(_ -> show());
    selected.subscribe(_ -> show());
    what.subscribe(_ -> show());
    scale.subscribe(_ -> repaint());
    focusedProperty().addListener(_ -> repaint());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void show() {
    var all = bars.get();
    if (selected.get() >= all.size()) {
      selected.set(all.size() - 1);
    }
    double height = PairBarsPainter.heightOf(all.size());
    setMinHeight(height);
    setPrefHeight(height);
    int at = selected.get();
    setAccessibleText(
        at >= 0
            ? all.get(at).describe()
            : what.get()
                + ": "
                + (all.isEmpty()
                    ? "none"
                    : all.stream().map(PairBar::describe).collect(Collectors.joining("; "))));
    repaint();
  }

  private void press(MouseEvent event) {
    requestFocus();
    int row = PairBarsPainter.rowAt(event.getY());
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

  /// The selected row with its numbers; all rows where none is selected.
  @Override
  public Optional<String> textToCopy() {
    var all = bars.get();
    int at = selected.get();
    var rows = at >= 0 ? List.of(all.get(at)) : all;
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            rows.stream()
                .map(
                    row ->
                        String.join(
                            "\t",
                            row.text(),
                            PairBar.percent(row.a()) + " %",
                            PairBar.percent(row.b()) + " %",
                            row.changeText()))
                .collect(Collectors.joining("\n")));
  }

  public ObjectProperty<List<PairBar>> barsProperty() {
    return bars;
  }

  public ObjectProperty<BarScale> scaleProperty() {
    return scale;
  }

  /// The word above the rows, such as `answer`.
  public StringProperty whatProperty() {
    return what;
  }

  /// The selected row, 0-based; −1 for none.
  public IntegerProperty selectedProperty() {
    return selected;
  }

  @Override
  protected void paint(Pen pen, double width, double height) {
    painter.paint(pen, new PairBarsPainter.Picture(bars.get(), what.get(), scale.get()));
  }
}
