package kelvin.ui.plot.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import kelvin.display.ProbabilityScale;
import kelvin.experiment.measure.Decision;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.axis.LinearAxis;
import kelvin.ui.plot.axis.ValueAxis;

/// The number of items with each value: columns upward, and for a second kind of item downward;
/// immutable.
///
/// @param unit of the values
/// @param names of the two kinds of items
/// @param columns of equal width over the whole axis
/// @param missing the number of items without a value
public record HistogramPicture(
    String unit, ValueAxis axis, Names names, List<Column> columns, int missing) {

  /// A picture without items.
  public static final HistogramPicture EMPTY =
      new HistogramPicture("", LinearAxis.WHOLE, Names.NONE, List.of(), 0);

  private static final int COLUMNS = 20;

  /// A log scale tells the values apart where most of them are below this.
  private static final double SMALL = 0.1;

  public HistogramPicture {
    columns = List.copyOf(columns);
  }

  /// @param up empty if there is one kind only
  /// @param down empty if there is one kind only
  public record Names(String up, String down) {

    static final Names NONE = new Names("", "");

    static final Names RIGHT_AND_WRONG = new Names("right", "wrong");

    boolean areTwo() {
      return !down.isEmpty();
    }
  }

  /// The items in one column.
  ///
  /// @param from the value at its left edge; its last value belongs to the next column
  public record Column(double from, double to, int up, int down) {

    int count() {
      return up + down;
    }
  }

  /// The share of the chosen label, right choices upward and wrong ones downward.
  public static HistogramPicture shares(Collection<Decision> decisions) {
    var decided = decisions.stream().filter(Decision::isDecided).toList();
    var axis = LinearAxis.WHOLE;
    var up = new int[COLUMNS];
    var down = new int[COLUMNS];
    for (var decision : decided) {
      int column = column(axis, decision.confidence());
      if (decision.isRight()) {
        up[column]++;
      } else {
        down[column]++;
      }
    }
    return new HistogramPicture(
        "share of the chosen label",
        axis,
        Names.RIGHT_AND_WRONG,
        columns(axis, up, down),
        decisions.size() - decided.size());
  }

  /// The probability of all labels together. Small ones are on a log scale.
  ///
  /// @param masses one for each item; NaN where it is not known
  public static HistogramPicture labelMass(Collection<Double> masses) {
    var known = masses.stream().filter(mass -> !Double.isNaN(mass)).sorted().toList();
    boolean small = !known.isEmpty() && known.get(known.size() / 2) < SMALL;
    var axis =
        ValueAxis.whole(small ? ProbabilityScale.LOGARITHMIC : ProbabilityScale.LINEAR, known);
    var up = new int[COLUMNS];
    known.forEach(mass -> up[column(axis, mass)]++);
    return new HistogramPicture(
        "probability of all labels together" + (small ? ", log scale" : ""),
        axis,
        Names.NONE,
        columns(axis, up, new int[COLUMNS]),
        masses.size() - known.size());
  }

  private static int column(ValueAxis axis, double value) {
    return Math.clamp((int) (axis.share(value) * COLUMNS), 0, COLUMNS - 1);
  }

  private static List<Column> columns(ValueAxis axis, int[] up, int[] down) {
    if (Arrays.stream(up).sum() + Arrays.stream(down).sum() == 0) {
      return List.of();
    }
    var columns = new ArrayList<Column>();
    for (int i = 0; i < COLUMNS; i++) {
      columns.add(
          new Column(
              // The start of a log axis stands for all that is smaller.
              i == 0 ? 0 : axis.value((double) i / COLUMNS),
              axis.value((i + 1.0) / COLUMNS),
              up[i],
              down[i]));
    }
    return columns;
  }

  int most(boolean downward) {
    return columns.stream()
        .mapToInt(column -> downward ? column.down() : column.up())
        .max()
        .orElse(0);
  }

  int total(boolean downward) {
    return columns.stream().mapToInt(column -> downward ? column.down() : column.up()).sum();
  }

  /// The indexes of the columns with items.
  List<Integer> filled() {
    var filled = new ArrayList<Integer>();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).count() > 0) {
        filled.add(i);
      }
    }
    return filled;
  }

  /// The text about a column.
  String wordsOf(int index) {
    var column = columns.get(index);
    var kinds =
        names.areTwo()
            ? ": "
                + Numbers.count(column.up())
                + " "
                + names.up()
                + ", "
                + Numbers.count(column.down())
                + " "
                + names.down()
            : "";
    return String.format(
        Locale.ROOT,
        "%s from %s to %s: %s%s",
        capital(unit),
        Numbers.probability(column.from()),
        Numbers.probability(column.to()),
        items(column.count()),
        kinds);
  }

  private static String items(int count) {
    return count == 1 ? "1 item" : Numbers.count(count) + " items";
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /// The description for screen readers.
  String summary() {
    if (columns.isEmpty()) {
      return "Histogram without items";
    }
    var words = new StringBuilder("Histogram");
    for (int column : filled()) {
      words.append("; ").append(wordsOf(column));
    }
    if (missing > 0) {
      words.append("; ").append(items(missing)).append(" without a value");
    }
    return words.toString();
  }
}
