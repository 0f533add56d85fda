package kelvin.ui.plot.curve;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kelvin.distribution.Distribution;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.Ghost;
import kelvin.ui.plot.Pen;
import org.jspecify.annotations.Nullable;

/// The parts of the cumulative curve that no slider moves: the axes, the model's own curve and the
/// pinned curve.
final class CurveGround {

  private final CurveSteps steps;
  private final Distribution source;
  private final @Nullable Ghost pinned;
  private final double[] own;
  private final double[] ghost;
  private final List<Tick> ticks;

  /// A labelled rank.
  record Tick(String label, double x) {}

  CurveGround(Distribution own, @Nullable Ghost pinned, CurveGeometry at) {
    source = own;
    this.pinned = pinned;
    steps = new CurveSteps(at);
    this.own = steps.heights(own);
    ghost = pinned == null ? new double[0] : steps.heights(pinned.scaled());
    ticks = ticks(at);
  }

  private static List<Tick> ticks(CurveGeometry at) {
    var ticks = new ArrayList<Tick>();
    double last = at.x(at.count());
    for (int rank = 1; rank < at.count(); rank *= 10) {
      // The last rank has its own label, which a power of ten close to it would touch.
      if (last - at.x(rank) > 56) {
        ticks.add(new Tick(Numbers.count(rank), at.x(rank)));
      }
    }
    ticks.add(new Tick(Numbers.count(at.count()), last));
    return List.copyOf(ticks);
  }

  /// Returns whether it was made for these distributions. The model's own is always at τ = 1.
  boolean isOf(Distribution otherOwn, @Nullable Ghost otherPinned) {
    return source.logits().equals(otherOwn.logits()) && Objects.equals(pinned, otherPinned);
  }

  CurveSteps steps() {
    return steps;
  }

  List<Tick> ticks() {
    return ticks;
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
