package kelvin.ui.plot.curve;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kelvin.distribution.Distribution;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.Ghost;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PlotRegion;
import kelvin.ui.plot.placement.Box;
import kelvin.ui.plot.placement.PlacedText;
import kelvin.ui.plot.placement.PlacedText.Spot;
import kelvin.ui.plot.placement.Places;
import org.jspecify.annotations.Nullable;

/// The parts of the cumulative curve that no slider moves: the axes, the model's own curve and the
/// pinned curve.
final class CurveGround {

  private static final List<Double> MASSES = List.of(0.0, 1.0, 0.5);
  private static final List<String> MASS_LABELS = List.of("0", "1", "0.5");

  private final CurveSteps steps;
  private final Distribution source;
  private final @Nullable Ghost pinned;
  private final double[] own;
  private final double[] ghost;
  private final Places places;
  private final List<Double> ranks;
  private final List<PlacedText> labels = new ArrayList<>();

  /// @param plot the whole plot
  CurveGround(Distribution own, @Nullable Ghost pinned, CurveGeometry at, Box plot) {
    source = own;
    this.pinned = pinned;
    steps = new CurveSteps(at, own.logits().knownCount());
    this.own = steps.heights(own);
    ghost = pinned == null ? new double[0] : steps.heights(pinned.scaled());
    places = new Places(plot);
    ranks = powersOfTen(at);
    placeAxes(at);
    places.avoid(box -> steps.crosses(this.own, box));
    places.avoid(box -> steps.crosses(ghost, box));
  }

  private static List<Double> powersOfTen(CurveGeometry at) {
    var marks = new ArrayList<Double>();
    for (int rank = 1; rank < at.count(); rank *= 10) {
      marks.add(at.x(rank));
    }
    marks.add(at.x(at.count()));
    return List.copyOf(marks);
  }

  /// Places the labels of both axes. The ends matter most: the last rank says how long the axis is.
  private void placeAxes(CurveGeometry at) {
    for (int i = 0; i < MASSES.size(); i++) {
      double y = PlotRegion.crisp(at.y(MASSES.get(i)));
      label(MASS_LABELS.get(i), Spot.rightAt(at.left() - 8, y + 4));
      places.avoidLine(at.left(), y, at.right(), y);
    }
    double baseline = at.bottom() + 16;
    label(Numbers.count(at.count()), Spot.centredAt(at.x(at.count()), baseline));
    for (int rank = 1; rank < at.count(); rank *= 10) {
      label(Numbers.count(rank), Spot.centredAt(at.x(rank), baseline));
    }
  }

  private void label(String text, Spot spot) {
    places.place(text, PlotRegion.SMALL_NUMBERS, List.of(spot)).ifPresent(labels::add);
  }

  /// Returns whether it was made for these distributions. The model's own is always at τ = 1.
  boolean isOf(Distribution otherOwn, @Nullable Ghost otherPinned) {
    return source.logits().equals(otherOwn.logits()) && Objects.equals(pinned, otherPinned);
  }

  CurveSteps steps() {
    return steps;
  }

  /// The x coordinates of the marked ranks.
  List<Double> ranks() {
    return ranks;
  }

  List<Double> masses() {
    return MASSES;
  }

  /// The labels of the axes.
  List<PlacedText> labels() {
    return labels;
  }

  /// The places that the axes and the lines of the ground leave.
  Places places() {
    return places.copy();
  }

  boolean hasGhost() {
    return ghost.length > 0;
  }

  void traceOwn(Pen pen) {
    steps.trace(pen, own);
  }

  void traceGhost(Pen pen) {
    steps.trace(pen, ghost);
  }
}
