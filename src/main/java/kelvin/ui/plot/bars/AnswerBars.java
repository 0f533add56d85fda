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
import kelvin.display.BarScale;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PlotRegion;

/// A row for each whole answer and for each beginning that was not expanded, the most probable
/// first. It is as high as its rows.
public final class AnswerBars extends PlotRegion {

  private final ObjectProperty<List<AnswerBar>> bars =
      new SimpleObjectProperty<>(this, "bars", List.of());
  private final ObjectProperty<BarScale> scale =
      new SimpleObjectProperty<>(this, "scale", BarScale.ABSOLUTE);
  private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
  private final AnswerBarsPainter painter = new AnswerBarsPainter(this);

  public AnswerBars() {
    super("answer-bars");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setMinWidth(AnswerBarsPainter.MIN_WIDTH);
    bars.subscribe(_ -> show());
    selected.subscribe(_ -> show());
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
    double height = AnswerBarsPainter.heightOf(all.size());
    setMinHeight(height);
    setPrefHeight(height);
    int at = selected.get();
    setAccessibleText(
        at >= 0
            ? all.get(at).describe()
            : "Answers: "
                + all.stream().map(AnswerBar::describe).collect(Collectors.joining("; ")));
    repaint();
  }

  private void press(MouseEvent event) {
    requestFocus();
    int row = AnswerBarsPainter.rowAt(event.getY());
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

  public ObjectProperty<List<AnswerBar>> barsProperty() {
    return bars;
  }

  public ObjectProperty<BarScale> scaleProperty() {
    return scale;
  }

  /// The selected row, 0-based; −1 for none.
  public IntegerProperty selectedProperty() {
    return selected;
  }

  /// The y coordinate of the middle of a row, for pointing at it.
  public double rowCentre(int row) {
    return AnswerBarsPainter.rowTop(row) + AnswerBarsPainter.ROW_HEIGHT / 2;
  }

  @Override
  protected void paint(Pen pen, double width, double height) {
    painter.paint(pen, bars.get(), scale.get(), selected.get());
  }
}
