package kelvin.ui.plot.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.text.Font;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.PlotRegion;
import kelvin.ui.plot.TokenLabel;
import kelvin.ui.plot.axis.ValueAxis;
import kelvin.ui.plot.placement.Box;
import kelvin.ui.plot.placement.PlacedText;
import kelvin.ui.plot.placement.PlacedText.Spot;
import kelvin.ui.plot.placement.Places;
import kelvin.ui.plot.placement.Spread;
import kelvin.ui.plot.placement.TextSize;

/// The geometry of a shots curve of one size, with a place for each of its labels.
final class ShotsLayout {

  static final double LEFT = 56;
  static final double TOP = 30;
  static final double KEY = 22;
  private static final double BOTTOM = 34;
  private static final double MIN_RIGHT = 104;
  private static final double MAX_RIGHT = 190;

  /// Names of up to seven characters are never shortened.
  private static final double ROOM_FOR_SHORT_NAMES = 138;

  private static final double LINE_HEIGHT = 14;
  private static final double NAME = 26;

  /// The room for the value at the end of a line.
  private static final double VALUE = 58;

  private final ShotsPicture picture;
  private final ValueAxis axis;
  private final double width;
  private final double height;
  private final Places places;
  private final List<PlacedText> labels = new ArrayList<>();
  private final Optional<PlacedText> bandWords;
  private final Optional<PlacedText> givenWords;
  private final double[] nameYs;

  ShotsLayout(ShotsPicture picture, ValueAxis axis, double width, double height) {
    this.picture = picture;
    this.axis = axis;
    this.width = width;
    this.height = height;
    places = new Places(Box.of(width, height));
    nameYs = Spread.over(ends(), LINE_HEIGHT, TOP, bottom());
    for (double y : nameYs) {
      if (!Double.isNaN(y)) {
        places.take(new Box(right() + NAME - 4, y - 6, width, y + 7));
      }
    }
    placeAxes();
    var words = PlotRegion.SMALL_WORDS;
    place(picture.unit(), words, Spot.leftAt(LEFT, 12));
    boolean band = picture.draws() > 0;
    givenWords =
        band && picture.hasGiven()
            ? places.place("order given", words, List.of(Spot.rightAt(width - 2, 12)))
            : Optional.empty();
    givenWords.ifPresent(given -> takeKey(given.box()));
    var style = picture.style();
    var mean = "mean of " + picture.drawsInWords(picture.draws());
    bandWords =
        band && givenWords.isPresent() == picture.hasGiven()
            ? places.place(
                List.of(mean + ", band " + style.band(), mean),
                words,
                List.of(Spot.rightAt(bandEnd(), 12)))
            : Optional.empty();
  }

  private double bandEnd() {
    return givenWords.map(given -> given.box().left() - KEY - 18).orElse(width - 2);
  }

  private void takeKey(Box words) {
    places.take(new Box(words.left() - KEY - 8, 0, words.left(), 14));
  }

  private List<Double> ends() {
    return picture.lines().stream()
        .map(ShotsPicture.Line::endValue)
        .map(value -> y(Double.isFinite(value) ? value : axis.from()))
        .toList();
  }

  private void placeAxes() {
    var numbers = PlotRegion.SMALL_NUMBERS;
    for (var tick : axis.ticks()) {
      double y = PlotRegion.crisp(y(tick));
      place(axis.label(tick), numbers, Spot.rightAt(LEFT - 8, y + 4));
    }
    double baseline = bottom() + 17;
    place(picture.style().many(), PlotRegion.SMALL_WORDS, Spot.leftAt(right() + 12, baseline));
    int last = count() - 1;
    place(shots(last), numbers, Spot.centredAt(x(last), baseline));
    for (int i = 0; i < last; i++) {
      place(shots(i), numbers, Spot.centredAt(x(i), baseline));
    }
  }

  private String shots(int point) {
    return Integer.toString(points().get(point).shots());
  }

  private void place(String text, Font font, Spot spot) {
    double room = width - spot.x();
    var shorter = TextSize.shortened(text, font, room - 2);
    places.place(List.of(text, shorter), font, List.of(spot)).ifPresent(labels::add);
  }

  /// True if it was made for this size.
  boolean isOf(double wide, double high) {
    return width == wide && height == high;
  }

  ValueAxis axis() {
    return axis;
  }

  List<ShotsPicture.Point> points() {
    return picture.lines().getFirst().points();
  }

  int count() {
    return points().size();
  }

  double right() {
    double wanted =
        picture.lines().stream()
            .mapToDouble(line -> TextSize.width(line.name(), PlotRegion.SMALL_NUMBERS) + 90)
            .max()
            .orElse(0);
    double most = Math.max(ROOM_FOR_SHORT_NAMES, Math.min(MAX_RIGHT, width * 0.4));
    return width - Math.clamp(wanted, MIN_RIGHT, most);
  }

  double bottom() {
    return height - BOTTOM;
  }

  double x(int point) {
    int first = points().getFirst().shots();
    int last = Math.max(first + 1, points().getLast().shots());
    double share = (double) (points().get(point).shots() - first) / (last - first);
    double along = picture.style().isEven() ? (double) point / Math.max(1, count() - 1) : share;
    return LEFT + 8 + along * (right() - LEFT - 16);
  }

  double y(double value) {
    return bottom() - axis.share(value) * (bottom() - TOP);
  }

  /// The labels of the axes and the unit.
  List<PlacedText> labels() {
    return labels;
  }

  /// The words for solid and shaded in the legend.
  Optional<PlacedText> bandWords() {
    return bandWords;
  }

  /// The word for dashed in the legend.
  Optional<PlacedText> givenWords() {
    return givenWords;
  }

  /// The middle of the name of a line; NaN where there is no room for it.
  double nameY(int line) {
    return nameYs[line];
  }

  /// The start and the end of the sample of a line's colour before its name.
  double sampleX() {
    return nameX() - 15;
  }

  double sampleEnd() {
    return nameX() - 4;
  }

  double nameX() {
    return right() + NAME;
  }

  TokenLabel name(int line) {
    double room = width - nameX() - VALUE;
    return TokenLabel.of(picture.lines().get(line).name(), PlotRegion.SMALL_NUMBERS, room);
  }

  String value(int line) {
    return Numbers.probability(picture.lines().get(line).endValue());
  }
}
