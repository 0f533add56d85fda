package kelvin.ui.plot.pair;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import kelvin.display.BarScale;
import kelvin.ui.control.command.Copies;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.RowsPlot;

/// A row for each pair: both numbers, the change, and a bar for each side, A above B.
public final class PairBars extends RowsPlot<PairBar> implements Copies {

  private final ObjectProperty<BarScale> scale =
      new SimpleObjectProperty<>(this, "scale", BarScale.ABSOLUTE);
  private final StringProperty what = new SimpleStringProperty(this, "what", "");
  private final ObjectProperty<Names> names =
      new SimpleObjectProperty<>(this, "names", new Names("A", "B"));
  private final PairBarsPainter painter = new PairBarsPainter(this);

  /// The names of the two sides.
  public record Names(String a, String b) {}

  public PairBars() {
    super("pair-bars", PairBarsPainter.ROW_HEIGHT, PairBar::describe, PairBar::identity);
    nameProperty().bind(what);
    setMinWidth(PairBarsPainter.MIN_WIDTH);
    scale.subscribe(_ -> repaint());
  }

  /// The selected row with its numbers; all rows where none is selected.
  @Override
  public Optional<String> textToCopy() {
    var all = barsProperty().get();
    int at = selectedProperty().get();
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

  public ObjectProperty<BarScale> scaleProperty() {
    return scale;
  }

  /// The word above the rows, such as `answer`.
  public StringProperty whatProperty() {
    return what;
  }

  /// The names of the two sides, which stand above their numbers.
  public ObjectProperty<Names> namesProperty() {
    return names;
  }

  @Override
  protected void paint(Pen pen, double width, double height) {
    painter.paint(
        pen,
        new PairBarsPainter.Picture(barsProperty().get(), what.get(), names.get(), scale.get()));
  }
}
