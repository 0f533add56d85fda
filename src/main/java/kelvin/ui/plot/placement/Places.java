package kelvin.ui.plot.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.text.Font;
import kelvin.ui.plot.placement.PlacedText.Spot;

/// Places the labels of one plot. Labels are placed in the order of their importance; each takes
/// the first of its spots that is free, and so gives way to those before it. It moves first, is
/// shortened then, and is left out where nothing of it fits.
///
/// A label never overlaps another one and never leaves the plot. It avoids lines where it can.
public final class Places {

  /// The least distance between two texts.
  private static final double SIDE = 3;

  private final Box plot;
  private final List<Box> taken;
  private final List<Predicate<Box>> lines;

  public Places(Box plot) {
    this(plot, List.of(), List.of());
  }

  private Places(Box plot, List<Box> taken, List<Predicate<Box>> lines) {
    this.plot = plot;
    this.taken = new ArrayList<>(taken);
    this.lines = new ArrayList<>(lines);
  }

  /// The same places, to be filled further without a change of these.
  public Places copy() {
    return new Places(plot, taken, lines);
  }

  /// Keeps labels out of a box.
  public void take(Box box) {
    taken.add(box);
  }

  /// Makes labels avoid a straight line.
  public void avoidLine(double x1, double y1, double x2, double y2) {
    lines.add(box -> box.isCrossed(x1, y1, x2, y2));
  }

  /// Makes labels avoid a drawn shape.
  ///
  /// @param crosses whether the shape runs through a box
  public void avoid(Predicate<Box> crosses) {
    lines.add(crosses);
  }

  /// Places a text that cannot be shortened.
  public Optional<PlacedText> place(String text, Font font, List<Spot> spots) {
    return place(List.of(text), font, spots);
  }

  /// Finds a place for a text and keeps it free from now on.
  ///
  /// @param texts the text and its shorter forms, the longest first
  /// @param spots the best first
  public Optional<PlacedText> place(List<String> texts, Font font, List<Spot> spots) {
    var found = bestOf(texts, font, spots);
    found.ifPresent(label -> take(label.box()));
    return found;
  }

  private Optional<PlacedText> bestOf(List<String> texts, Font font, List<Spot> spots) {
    Optional<PlacedText> best = Optional.empty();
    int fewest = Integer.MAX_VALUE;
    for (var text : texts) {
      double width = TextSize.width(text, font);
      for (var spot : spots) {
        var box = TextSize.box(width, font, spot.alignment(), spot.x(), spot.baseline());
        if (isFree(box)) {
          int crossed = crossed(box);
          if (crossed < fewest) {
            fewest = crossed;
            best = Optional.of(new PlacedText(text, font, spot, box, crossed > 0));
          }
          if (crossed == 0) {
            return best;
          }
        }
      }
    }
    return best;
  }

  /// The number of lines that run through a box.
  private int crossed(Box box) {
    int count = 0;
    for (var line : lines) {
      if (line.test(box)) {
        count++;
      }
    }
    return count;
  }

  /// True if a box is within the plot and meets no label.
  public boolean isFree(Box box) {
    if (!box.isWithin(plot)) {
      return false;
    }
    var wanted = box.grown(SIDE, 0);
    for (var label : taken) {
      if (wanted.meets(label)) {
        return false;
      }
    }
    return true;
  }
}
