package kelvin.ui.plot.bars;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import kelvin.display.InformationUnit;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.RowsPlot;

/// A row for each label, in the user's order: a filled bar for the share among the labels, an
/// outline for the model's own probability of the whole label.
public final class LabelBars extends RowsPlot<LabelBar> {

  /// Narrower, not even the shares would fit.
  private static final double MIN_WIDTH = 200;

  private final ObjectProperty<InformationUnit> unit =
      new SimpleObjectProperty<>(this, "unit", InformationUnit.BITS);
  private final LabelBarsPainter painter = new LabelBarsPainter(this);

  public LabelBars() {
    super("label-bars", LabelBarsPainter.ROW_HEIGHT, LabelBar::describe, LabelBar::label);
    nameProperty().set("Labels");
    setMinWidth(MIN_WIDTH);
    unit.subscribe(_ -> repaint());
  }

  /// The unit of the log-probabilities.
  public ObjectProperty<InformationUnit> unitProperty() {
    return unit;
  }

  @Override
  protected void paint(Pen pen, double width, double height) {
    painter.paint(pen, barsProperty().get(), unit.get(), selectedProperty().get());
  }
}
