package kelvin.ui.plot.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Moves names apart that stand in one column, such as those at the ends of lines. Each stays as
/// near to its line as the others let it, and their order stays. Where the column is too short for
/// all, the least important are left out.
public final class Spread {

  private Spread() {}

  /// @param wanted the height that each name wants, the most important name first; NaN for a name
  ///     that is not wanted
  /// @param pitch the least distance of two names
  /// @return the height of each name, within the two bounds; NaN for one that is left out
  public static double[] over(List<Double> wanted, double pitch, double top, double bottom) {
    var heights = new double[wanted.size()];
    Arrays.fill(heights, Double.NaN);
    int room = bottom < top ? 0 : 1 + (int) Math.floor((bottom - top) / pitch + 1e-9);
    // Equal heights keep the order of importance, so that names do not change places.
    var shown =
        IntStream.range(0, wanted.size())
            .filter(i -> !Double.isNaN(wanted.get(i)))
            .limit(room)
            .boxed()
            .sorted(Comparator.comparingDouble(wanted::get))
            .toList();
    var groups = new ArrayList<Group>();
    for (int name : shown) {
      groups.add(new Group(1, Math.clamp(wanted.get(name), top, bottom)));
      mergeLast(groups, pitch, top, bottom);
    }
    int next = 0;
    for (var group : groups) {
      for (int i = 0; i < group.count(); i++) {
        heights[shown.get(next)] = group.first(pitch, top, bottom) + i * pitch;
        next++;
      }
    }
    return heights;
  }

  /// Names that touch move as one.
  ///
  /// @param middle the mean of the heights that they want
  private record Group(int count, double middle) {

    double first(double pitch, double top, double bottom) {
      double length = (count - 1) * pitch;
      return Math.clamp(middle - length / 2, top, Math.max(top, bottom - length));
    }

    Group with(Group below) {
      int all = count + below.count;
      return new Group(all, (count * middle + below.count * below.middle) / all);
    }
  }

  private static void mergeLast(List<Group> groups, double pitch, double top, double bottom) {
    while (groups.size() > 1) {
      var above = groups.get(groups.size() - 2);
      var below = groups.getLast();
      double end = above.first(pitch, top, bottom) + above.count() * pitch;
      if (end <= below.first(pitch, top, bottom) + 1e-9) {
        return;
      }
      groups.removeLast();
      groups.set(groups.size() - 1, above.with(below));
    }
  }
}
