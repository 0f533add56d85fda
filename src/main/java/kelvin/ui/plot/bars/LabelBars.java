package kelvin.ui.plot.bars;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
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
  private final StringProperty decision = new SimpleStringProperty(this, "decision", "");
  private final Tooltip tooltip = new Tooltip("");
  private final LabelBarsPainter painter = new LabelBarsPainter(this);

  public LabelBars() {
    super("label-bars", LabelBarsPainter.ROW_HEIGHT, LabelBar::describe, LabelBar::label);
    nameProperty()
        .bind(decision.map(said -> said.isEmpty() ? "Labels" : "Labels. " + said + " All labels"));
    setMinWidth(MIN_WIDTH);
    unit.subscribe(_ -> repaint());
    tooltip.getStyleClass().add("lesson");
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> hover(event.getY()));
  }

  /// The tooltip of a joined label says its spellings.
  private void hover(double y) {
    int row = (int) Math.floor((y - HEADER_HEIGHT) / LabelBarsPainter.ROW_HEIGHT);
    var bars = barsProperty().get();
    var words = row >= 0 && row < bars.size() ? bars.get(row).spellings() : "";
    if (!words.equals(tooltip.getText())) {
      Tooltip.uninstall(this, tooltip);
      tooltip.setText(words);
      if (!words.isEmpty()) {
        Tooltip.install(this, tooltip);
      }
    }
  }

  /// The unit of the log-probabilities.
  public ObjectProperty<InformationUnit> unitProperty() {
    return unit;
  }

  /// The decision between the labels in a sentence, which screen readers say first.
  public StringProperty decisionProperty() {
    return decision;
  }

  @Override
  protected void paint(Pen pen, double width, double height) {
    painter.paint(pen, barsProperty().get(), unit.get(), selectedProperty().get());
  }
}
