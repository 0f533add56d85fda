package kelvin.ui.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.display.ProbabilityScale;
import kelvin.experiment.tuning.live.LiveState;
import kelvin.ui.plot.sweep.ShotsPicture;
import kelvin.ui.plot.sweep.ShotsPicture.Line;
import kelvin.ui.plot.sweep.ShotsPicture.Point;

/// Makes the pictures of a training: its numbers against the epochs.
///
/// @param isHead true if the points are Newton's steps
record TuningCurves(LiveState.Curves curves, boolean isHead) {

  /// The losses in nats.
  ShotsPicture loss() {
    var lines = new ArrayList<Line>();
    add(lines, "train", curves.train());
    add(lines, isHead ? "test" : "held out", curves.heldOut());
    add(lines, "other text", curves.otherLoss());
    return picture("loss in nats", lines, true);
  }

  /// The accuracy on the part that says when to stop.
  ShotsPicture accuracy() {
    var lines = new ArrayList<Line>();
    add(lines, "held out", curves.accuracy());
    return picture("accuracy", lines, false);
  }

  private ShotsPicture picture(String unit, List<Line> lines, boolean isOpen) {
    var style =
        isHead
            ? new ShotsPicture.Style("step", "steps", "", "", true, isOpen)
            : new ShotsPicture.Style("epoch", "epochs", "", "", true, isOpen);
    return new ShotsPicture(unit, ProbabilityScale.LINEAR, lines, style);
  }

  private void add(List<Line> lines, String name, List<Double> values) {
    if (values.isEmpty()) {
      return;
    }
    int count = Math.max(curves.train().size(), values.size());
    lines.add(
        new Line(
            name,
            IntStream.range(0, count)
                .mapToObj(at -> point(at, at < values.size() ? values.get(at) : Double.NaN))
                .toList()));
  }

  private static Point point(int epoch, double value) {
    return new Point(epoch, value, 0, Double.NaN, Double.NaN, Double.NaN);
  }
}
