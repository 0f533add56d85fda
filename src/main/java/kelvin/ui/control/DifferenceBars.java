package kelvin.ui.control;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Which tokens gained and which lost most from the pinned distribution to the live one, as bars to
/// the right and to the left of nothing, with the divergences of the two.
public final class DifferenceBars extends PlotRegion {

  private static final double HEADER = 36;
  private static final double ROW = 18;
  private static final double BAR = 11;
  private static final double NUMBER = 58;
  private static final double RANKS = 104;
  private static final double LEAST_BARS = 90;

  private final ObjectProperty<@Nullable DifferencePicture> picture =
      new SimpleObjectProperty<>(this, "picture");
  private @Nullable DifferenceRows rows;

  public DifferenceBars() {
    super("difference-bars");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText("nothing is pinned");
    setMinSize(240, 100);
    setPrefSize(640, 176);
    picture.addListener(_ -> changed());
    heightProperty().addListener(_ -> rows = null);
    widthProperty().addListener(_ -> rows = null);
  }

  public ObjectProperty<@Nullable DifferencePicture> pictureProperty() {
    return picture;
  }

  private void changed() {
    rows = null;
    var shown = picture.get();
    setAccessibleText(
        shown == null ? "nothing is pinned" : DifferenceRows.of(shown, 6, 200).summary());
    repaint();
  }

  private static double tokenWidth(double width) {
    return Math.clamp(width * 0.22, 70, 170);
  }

  @Override
  void paint(Pen pen, double width, double height) {
    var shown = picture.get();
    if (shown == null) {
      return;
    }
    var ready = rows;
    if (ready == null) {
      int room = Math.max(2, (int) ((height - HEADER) / ROW));
      ready = DifferenceRows.of(shown, room, tokenWidth(width));
      rows = ready;
    }
    paintRows(pen, ready, width, height);
  }

  private void paintRows(Pen pen, DifferenceRows ready, double width, double height) {
    double before = tokenWidth(width) + NUMBER;
    double after = before + NUMBER;
    boolean withRanks = width - after - NUMBER - RANKS - 24 >= LEAST_BARS;
    double ranks = withRanks ? width : width + RANKS;
    double points = ranks - RANKS;
    double left = after + 12;
    double right = points - NUMBER - 6;
    double middle = crisp((left + right) / 2);
    pen.setFont(SMALL_WORDS);
    pen.setFill(paint(Ink.SOFT));
    pen.fillText(ready.summary(), 0, 11);
    pen.setFill(paint(Ink.FAINT));
    pen.setTextAlign(TextAlignment.RIGHT);
    pen.fillText("pinned %", before, 28);
    pen.fillText("live %", after, 28);
    pen.fillText("change", points, 28);
    if (withRanks) {
      pen.fillText("rank", ranks, 28);
    }
    pen.setTextAlign(TextAlignment.LEFT);
    for (int i = 0; i < ready.rows().size(); i++) {
      var row = ready.rows().get(i);
      double top = HEADER + i * ROW;
      double baseline = top + ROW / 2 + 4;
      pen.setFont(NUMBERS);
      row.token().paint(pen, 0, baseline, paint(Ink.TEXT), paint(Ink.FAINT));
      pen.setTextAlign(TextAlignment.RIGHT);
      pen.setFill(paint(Ink.SOFT));
      pen.fillText(row.before(), before, baseline);
      pen.fillText(row.after(), after, baseline);
      pen.setFill(paint(Ink.TEXT));
      pen.fillText(row.points(), points, baseline);
      if (withRanks) {
        pen.setFill(paint(Ink.FAINT));
        pen.fillText(row.ranks(), ranks, baseline);
      }
      pen.setTextAlign(TextAlignment.LEFT);
      paintBar(pen, row.change() / ready.full(), middle, (right - left) / 2, top);
    }
    pen.setStroke(paint(Ink.OUTLINE));
    pen.setLineWidth(1);
    pen.strokeLine(middle, HEADER, middle, Math.min(height, HEADER + ready.rows().size() * ROW));
  }

  private void paintBar(Pen pen, double share, double middle, double room, double top) {
    double length = Math.max(1, Math.abs(share) * room);
    // The colour of the one that has more of it.
    pen.setFill(paint(share > 0 ? Ink.BAR : Ink.GHOST));
    double barTop = top + (ROW - BAR) / 2;
    pen.fillRoundRect(share > 0 ? middle : middle - length, barTop, length, BAR, 3);
  }
}
