package kelvin.ui.plot.bars;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.text.TextAlignment;
import kelvin.display.InformationUnit;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PlotRegion;
import org.jspecify.annotations.Nullable;

/// The tokens that gained and lost most from one distribution to another, as bars to the right and
/// to the left of zero, with the divergences of the two.
public final class DifferenceBars extends PlotRegion {

  private static final double HEADING = 17;
  private static final double LINE = DifferenceRows.LINE;
  private static final double ROW = 18;
  private static final double BAR = 11;
  private static final double NUMBER = 66;
  private static final double RANKS = 118;
  private static final double MIN_BARS = 90;

  /// Below this width only the change has a column.
  private static final double WITH_SIDES = 430;

  private final ObjectProperty<@Nullable DifferencePicture> picture =
      new SimpleObjectProperty<>(this, "picture");
  private final ObjectProperty<InformationUnit> unit =
      new SimpleObjectProperty<>(this, "unit", InformationUnit.BITS);
  private @Nullable DifferenceRows rows;

  public DifferenceBars() {
    super("difference-bars");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText("no difference");
    setMinSize(240, 100);
    setPrefSize(640, 176);
    picture.addListener(_ -> changed());
    unit.addListener(_ -> changed());
    heightProperty().addListener(_ -> rows = null);
    widthProperty().addListener(_ -> rows = null);
  }

  public ObjectProperty<@Nullable DifferencePicture> pictureProperty() {
    return picture;
  }

  /// The unit of the divergences.
  public ObjectProperty<InformationUnit> unitProperty() {
    return unit;
  }

  /// The height that fits this many rows at any width.
  public static double heightOf(int tokens) {
    return header(0) + tokens * ROW + 2;
  }

  private void changed() {
    rows = null;
    var shown = picture.get();
    setAccessibleText(shown == null ? "no difference" : DifferenceRows.sentence(shown, unit.get()));
    repaint();
  }

  private static double header(double width) {
    return (width >= DifferenceRows.ONE_LINE ? LINE : 2 * LINE) + HEADING;
  }

  private static double tokenWidth(double width) {
    return Math.clamp(width * 0.22, 70, 170);
  }

  @Override
  protected void paint(Pen pen, double width, double height) {
    var shown = picture.get();
    if (shown == null) {
      return;
    }
    var ready = rows;
    if (ready == null) {
      int room = Math.max(2, (int) ((height - header(width)) / ROW));
      ready = DifferenceRows.of(shown, unit.get(), room, tokenWidth(width), width);
      rows = ready;
    }
    paintRows(pen, ready, width, height);
  }

  private void paintRows(Pen pen, DifferenceRows ready, double width, double height) {
    boolean withSides = width >= WITH_SIDES;
    double before = tokenWidth(width) + (withSides ? NUMBER : 0);
    double after = before + (withSides ? NUMBER : 0);
    double header = header(width);
    boolean withRanks = width - after - NUMBER - RANKS - 24 >= MIN_BARS;
    double ranks = withRanks ? width : width + RANKS;
    double points = ranks - RANKS;
    double left = after + 12;
    double right = points - NUMBER - 6;
    double middle = crisp((left + right) / 2);
    pen.setFont(SMALL_WORDS);
    pen.setFill(paint(Ink.SOFT));
    for (int i = 0; i < ready.summary().size(); i++) {
      pen.write(ready.summary().get(i));
    }
    if (ready.rows().isEmpty()) {
      return;
    }
    double heading = header - 7;
    pen.setFill(paint(Ink.FAINT));
    pen.setTextAlign(TextAlignment.RIGHT);
    if (withSides) {
      pen.fillText(ready.names().before() + " %", before, heading);
      pen.fillText(ready.names().after() + " %", after, heading);
    }
    pen.fillText("change", points, heading);
    if (withRanks) {
      pen.fillText("rank", ranks, heading);
    }
    pen.setTextAlign(TextAlignment.LEFT);
    for (int i = 0; i < ready.rows().size(); i++) {
      var row = ready.rows().get(i);
      double top = header + i * ROW;
      double baseline = top + ROW / 2 + 4;
      pen.setFont(NUMBERS);
      row.token().paint(pen, 0, baseline, paint(Ink.TEXT), paint(Ink.FAINT));
      pen.setTextAlign(TextAlignment.RIGHT);
      pen.setFill(paint(Ink.SOFT));
      if (withSides) {
        pen.fillText(row.before(), before, baseline);
        pen.fillText(row.after(), after, baseline);
      }
      pen.setFill(paint(Ink.TEXT));
      pen.fillText(row.points(), points, baseline);
      if (withRanks) {
        pen.setFont(SMALL_NUMBERS);
        pen.setFill(paint(Ink.FAINT));
        pen.fillText(row.ranks(), ranks, baseline);
      }
      pen.setTextAlign(TextAlignment.LEFT);
      paintBar(pen, row.change() / ready.full(), middle, (right - left) / 2, top);
    }
    pen.setStroke(paint(Ink.OUTLINE));
    pen.setLineWidth(1);
    pen.strokeLine(middle, header, middle, Math.min(height, header + ready.rows().size() * ROW));
  }

  private void paintBar(Pen pen, double share, double middle, double room, double top) {
    double length = Math.abs(share) * room;
    if (length < 0.5) {
      return;
    }
    // The colour of the distribution in which the token is more probable.
    pen.setFill(paint(share > 0 ? Ink.BAR : Ink.GHOST));
    double barTop = top + (ROW - BAR) / 2;
    pen.fillRoundRect(share > 0 ? middle : middle - length, barTop, length, BAR, 3);
  }
}
