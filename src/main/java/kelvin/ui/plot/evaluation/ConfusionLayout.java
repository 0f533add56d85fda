package kelvin.ui.plot.evaluation;

import kelvin.ui.control.Numbers;
import kelvin.ui.plot.PlotRegion;
import kelvin.ui.plot.placement.Box;
import kelvin.ui.plot.placement.TextSize;

/// The geometry of a confusion matrix of one size.
final class ConfusionLayout {

  static final double TOP = 36;
  private static final double BOTTOM = 22;

  /// Up to this number of labels each cell has room for its count.
  private static final int READABLE = 12;

  private static final double LEAST_HIGH = 20;
  private static final double PREFERRED_HIGH = 36;
  private static final double MOST_HIGH = 104;
  private static final double MOST_WIDE = 200;
  private static final double LEAST_WIDE = 26;
  private static final double LEAST_TOTAL = 44;
  private static final double MIN_NAMES = 92;
  private static final double GAP = 8;

  /// A column that is narrower shows the number of its label and not the beginning of its name.
  private static final double NAME = 56;

  private final ConfusionPicture picture;
  private final double total;
  private final double numberRoom;
  private final double left;
  private final double cellWidth;
  private final double cellHeight;
  private final boolean hasNumbers;

  ConfusionLayout(ConfusionPicture picture, double width, double height) {
    this.picture = picture;
    total = Math.max(LEAST_TOTAL, width(Numbers.count(picture.total())) + 14);
    double longest = 0;
    for (int label = 0; label < picture.size(); label++) {
      longest = Math.max(longest, width(picture.name(label)));
    }
    double most = Math.max(MIN_NAMES, width * 0.34);
    double room = Math.clamp(longest, width("right label"), most);
    double wide = Math.min(MOST_WIDE, (width - room - GAP - total) / picture.size());
    hasNumbers = wide < Math.min(NAME, longest + GAP);
    numberRoom = hasNumbers ? width(picture.size() + "") + GAP : 0;
    left = Math.min(room + numberRoom, most) + GAP;
    cellWidth = Math.min(MOST_WIDE, (width - left - total) / picture.size());
    cellHeight = Math.min(MOST_HIGH, (height - TOP - BOTTOM) / picture.size());
  }

  private static double width(String text) {
    return TextSize.width(text, PlotRegion.SMALL_NUMBERS);
  }

  static double minWidth(int labels) {
    return MIN_NAMES + GAP + LEAST_TOTAL + LEAST_WIDE * Math.clamp(labels, 4, READABLE);
  }

  static double minHeight(int labels) {
    return TOP + BOTTOM + LEAST_HIGH * Math.clamp(labels, 2, READABLE);
  }

  static double prefHeight(int labels) {
    double high = labels <= 6 ? PREFERRED_HIGH : 26;
    return TOP + BOTTOM + high * Math.clamp(labels, 2, READABLE);
  }

  /// The left edge of the cells.
  double left() {
    return left;
  }

  /// The bottom edge of the cells.
  double bottom() {
    return TOP + picture.size() * cellHeight;
  }

  /// The right end of the row totals.
  double rowTotalX() {
    return left + picture.size() * cellWidth + total - 4;
  }

  /// The right end of the row names.
  double nameX() {
    return left - GAP - numberRoom;
  }

  /// A cell, with a gap to the next one.
  Box cell(int right, int choice) {
    double gap = Math.min(2, Math.min(cellWidth, cellHeight) / 6);
    return new Box(
        left + choice * cellWidth,
        TOP + right * cellHeight,
        left + (choice + 1) * cellWidth - gap,
        TOP + (right + 1) * cellHeight - gap);
  }

  /// The number of the cell at a position, row by row; −1 outside.
  int cellAt(double x, double y) {
    int choice = (int) Math.floor((x - left) / cellWidth);
    int right = (int) Math.floor((y - TOP) / cellHeight);
    boolean inside = choice >= 0 && right >= 0 && Math.max(choice, right) < picture.size();
    return inside ? right * picture.size() + choice : -1;
  }

  /// The baseline of the words of a row.
  double baseline(int right) {
    return TOP + (right + 0.5) * cellHeight + 3;
  }

  /// True if the columns are named by numbers, because names have no room.
  boolean hasNumbers() {
    return hasNumbers;
  }

  /// The name of a column, or its number.
  String columnName(int choice) {
    return hasNumbers ? Integer.toString(choice + 1) : shortened(choice, cellWidth - GAP);
  }

  String rowName(int right) {
    return shortened(right, nameX());
  }

  private String shortened(int label, double room) {
    return TextSize.shortened(picture.name(label), PlotRegion.SMALL_NUMBERS, room);
  }
}
