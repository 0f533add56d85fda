package kelvin.ui.plot.evaluation;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.text.TextAlignment;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PointPlot;
import kelvin.ui.plot.TokenLabel;
import kelvin.ui.plot.placement.Box;
import kelvin.ui.plot.placement.PlacedText.Spot;
import kelvin.ui.plot.placement.Places;
import kelvin.ui.plot.placement.TextSize;

/// The confusion matrix: a row for each right label, a column for each choice. The shade of a cell
/// is its share of the row. Right choices, on the diagonal, have another colour than wrong ones.
///
/// A point is a cell; cells are numbered row by row.
public final class ConfusionPlot extends PointPlot {

  /// The least and the greatest shade of a cell that is not empty. Text stays readable on both.
  private static final double PALE = 0.12;

  private static final double STRONG = 0.55;

  private ConfusionPicture picture = ConfusionPicture.EMPTY;

  public ConfusionPlot() {
    super("confusion-plot");
    setMinSize(240, 120);
    setPrefSize(420, 240);
    pointsChanged();
  }

  public void show(ConfusionPicture shown) {
    picture = shown;
    setMinSize(ConfusionLayout.minWidth(shown.size()), ConfusionLayout.minHeight(shown.size()));
    setPrefHeight(ConfusionLayout.prefHeight(shown.size()));
    pointsChanged();
  }

  /// The right label of a cell, 0-based.
  public int rightOf(int point) {
    return point / picture.size();
  }

  /// The chosen label of a cell, 0-based.
  public int choiceOf(int point) {
    return point % picture.size();
  }

  @Override
  protected int count() {
    return picture.size() * picture.size();
  }

  @Override
  protected int pointAt(double x, double y) {
    return count() == 0 ? -1 : layout(getWidth(), getHeight()).cellAt(x, y);
  }

  @Override
  protected int next(int now, KeyCode arrow) {
    int columns = picture.size();
    if (now < 0) {
      return 0;
    }
    return switch (arrow) {
      case RIGHT -> choiceOf(now) == columns - 1 ? now : now + 1;
      case LEFT -> choiceOf(now) == 0 ? now : now - 1;
      case DOWN -> rightOf(now) == columns - 1 ? now : now + columns;
      case UP -> rightOf(now) == 0 ? now : now - columns;
      default -> now;
    };
  }

  @Override
  protected String wordsOf(int point) {
    return picture.wordsOf(rightOf(point), choiceOf(point));
  }

  @Override
  protected String summary() {
    return count() == 0 ? "Confusion matrix without labels" : picture.summary();
  }

  private ConfusionLayout layout(double width, double height) {
    return new ConfusionLayout(picture, width, height);
  }

  @Override
  protected void paint(Pen pen, double width, double height) {
    if (picture.total() == 0) {
      FramePainter.paintNothing(this, pen, "No item has a choice.", width, height);
      return;
    }
    var at = layout(width, height);
    for (int cell = 0; cell < count(); cell++) {
      paintCell(pen, at, rightOf(cell), choiceOf(cell));
    }
    if (pointed() >= 0) {
      var box = at.cell(rightOf(pointed()), choiceOf(pointed()));
      pen.setStroke(paint(Ink.TEXT));
      pen.setLineWidth(1.5);
      pen.strokeRoundRect(
          box.left(), box.top(), box.right() - box.left(), box.bottom() - box.top(), 4);
    }
    var places = new Places(Box.of(width, height));
    paintHeads(pen, at, places, width);
    paintRows(pen, at, places);
    paintTotals(pen, at, places);
  }

  private void paintCell(Pen pen, ConfusionLayout at, int right, int choice) {
    var box = at.cell(right, choice);
    double wide = box.right() - box.left();
    double high = box.bottom() - box.top();
    double corner = Math.min(6, Math.min(wide, high) / 2);
    int count = picture.confusion().count(right, choice);
    pen.setFill(paint(count == 0 ? Ink.SELECTION : right == choice ? Ink.BAR : Ink.LOSS));
    pen.setGlobalAlpha(count == 0 ? 1 : PALE + (STRONG - PALE) * picture.share(right, choice));
    pen.fillRoundRect(box.left(), box.top(), wide, high, corner);
    pen.setGlobalAlpha(1);
    var text = Numbers.count(count);
    var font = TextSize.width(text, NUMBERS) <= wide - 4 ? NUMBERS : SMALL_NUMBERS;
    if (count > 0 && high >= 14 && TextSize.width(text, font) <= wide - 1) {
      pen.setFont(font);
      pen.setFill(paint(Ink.TEXT));
      pen.setTextAlign(TextAlignment.CENTER);
      pen.fillText(text, box.left() + wide / 2, box.top() + high / 2 + 4);
      pen.setTextAlign(TextAlignment.LEFT);
    }
  }

  private void paintHeads(Pen pen, ConfusionLayout at, Places places, double width) {
    double baseline = ConfusionLayout.TOP - 8;
    pen.setFill(paint(Ink.FAINT));
    write(pen, places, List.of("right label", "right"), Spot.rightAt(at.nameX(), baseline));
    write(pen, places, List.of("items"), Spot.rightAt(at.rowTotalX(), baseline));
    write(pen, places, List.of("choice"), Spot.leftAt(at.left() + 2, 12));
    write(
        pen,
        places,
        List.of("shade: share of the row", "shade: of the row"),
        Spot.rightAt(Math.min(width, Math.max(at.rowTotalX(), at.left() + 190)), 12));
    for (int choice = 0; choice < picture.size(); choice++) {
      var box = at.cell(0, choice);
      double middle = (box.left() + box.right()) / 2;
      paintName(pen, places, at.columnName(choice), Spot.centredAt(middle, baseline), Ink.SOFT);
    }
  }

  private void paintRows(Pen pen, ConfusionLayout at, Places places) {
    for (int right = 0; right < picture.size(); right++) {
      double baseline = at.baseline(right);
      if (at.hasNumbers()) {
        var number = Integer.toString(right + 1);
        paintName(pen, places, number, Spot.rightAt(at.left() - 8, baseline), Ink.SOFT);
      }
      paintName(pen, places, at.rowName(right), Spot.rightAt(at.nameX(), baseline), Ink.TEXT);
    }
  }

  /// Paints a name with its visible white space fainter.
  private void paintName(Pen pen, Places places, String name, Spot spot, Ink ink) {
    places
        .place(name, SMALL_NUMBERS, List.of(spot))
        .ifPresent(
            placed -> {
              pen.setFont(SMALL_NUMBERS);
              TokenLabel.of(placed.text(), SMALL_NUMBERS, Double.MAX_VALUE)
                  .paint(pen, placed.box().left(), spot.baseline(), paint(ink), paint(Ink.FAINT));
            });
  }

  private void paintTotals(Pen pen, ConfusionLayout at, Places places) {
    pen.setFill(paint(Ink.SOFT));
    for (int label = 0; label < picture.size(); label++) {
      places
          .place(
              Numbers.count(picture.confusion().right(label)),
              SMALL_NUMBERS,
              List.of(Spot.rightAt(at.rowTotalX(), at.baseline(label))))
          .ifPresent(pen::write);
    }
    double baseline = at.bottom() + 15;
    pen.setFill(paint(Ink.FAINT));
    write(pen, places, List.of("chosen"), Spot.rightAt(at.nameX(), baseline));
    pen.setFill(paint(Ink.SOFT));
    for (int label = 0; label < picture.size(); label++) {
      var box = at.cell(0, label);
      places
          .place(
              Numbers.count(picture.confusion().chosen(label)),
              SMALL_NUMBERS,
              List.of(Spot.centredAt((box.left() + box.right()) / 2, baseline)))
          .ifPresent(pen::write);
    }
    places
        .place(
            Numbers.count(picture.total()),
            SMALL_NUMBERS,
            List.of(Spot.rightAt(at.rowTotalX(), baseline)))
        .ifPresent(pen::write);
  }

  private static void write(Pen pen, Places places, List<String> texts, Spot spot) {
    places.place(texts, SMALL_WORDS, List.of(spot)).ifPresent(pen::write);
  }
}
