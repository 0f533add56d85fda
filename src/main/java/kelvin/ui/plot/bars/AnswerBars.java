package kelvin.ui.plot.bars;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import kelvin.display.BarScale;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.RowsPlot;

/// A row for each whole answer and for each beginning that was not expanded, the most probable
/// first.
public final class AnswerBars extends RowsPlot<AnswerBar> {

  private final ObjectProperty<BarScale> scale =
      new SimpleObjectProperty<>(this, "scale", BarScale.ABSOLUTE);
  private final AnswerBarsPainter painter = new AnswerBarsPainter(this);

  public AnswerBars() {
    super("answer-bars", AnswerBarsPainter.ROW_HEIGHT, AnswerBar::describe, AnswerBar::identity);
    nameProperty().set("Answers");
    setMinWidth(AnswerBarsPainter.MIN_WIDTH);
    scale.subscribe(_ -> repaint());
  }

  public ObjectProperty<BarScale> scaleProperty() {
    return scale;
  }

  @Override
  protected void paint(Pen pen, double width, double height) {
    painter.paint(pen, barsProperty().get(), scale.get(), selectedProperty().get());
  }
}
