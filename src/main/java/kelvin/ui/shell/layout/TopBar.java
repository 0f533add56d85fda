package kelvin.ui.shell.layout;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// The bar at the top of the window: what is left of the menus, the menus, and what stands at the
/// right end. The menus take a line of their own where the bar is too narrow for everything.
public final class TopBar extends Region {

  private static final double GAP = 14;
  private static final double NARROW_GAP = 6;

  /// Below this width gaps are narrow, and what the menus have too is left out.
  private static final double NARROW = 720;
  private static final double LINE_GAP = 2;

  private final List<Region> front;
  private final Region menus;
  private final Region end;

  /// @param front from left to right; the first that is resizable gives way first
  public TopBar(List<Region> front, Region menus, Region end) {
    this.front = List.copyOf(front);
    this.menus = menus;
    this.end = end;
    getStyleClass().add("top-bar");
    getChildren().addAll(front);
    getChildren().addAll(menus, end);
    end.managedProperty().bind(widthProperty().greaterThanOrEqualTo(NARROW));
    end.visibleProperty().bind(end.managedProperty());
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private List<Region> shown() {
    return front.stream().filter(Node::isManaged).toList();
  }

  /// The width of the front with its gaps behind each part.
  private double frontWidth(boolean least, double gap) {
    return shown().stream()
        .mapToDouble(part -> (least ? part.minWidth(-1) : part.prefWidth(-1)) + gap)
        .sum();
  }

  private double room(double width) {
    return width - snappedLeftInset() - snappedRightInset();
  }

  private static double gap(double width) {
    return width < NARROW ? NARROW_GAP : GAP;
  }

  private boolean fitsInOneLine(double width) {
    double gap = gap(width);
    double last = end.isManaged() ? gap + end.prefWidth(-1) : 0;
    return frontWidth(true, gap) + menus.prefWidth(-1) + last <= room(width);
  }

  private double lineHeight() {
    return Math.max(
        end.prefHeight(-1),
        shown().stream().mapToDouble(part -> part.prefHeight(-1)).max().orElse(0));
  }

  @Override
  protected double computePrefHeight(double width) {
    double wide = width > 0 ? width : getWidth();
    double second = fitsInOneLine(wide) ? 0 : menus.prefHeight(-1) + LINE_GAP;
    return snappedTopInset() + lineHeight() + second + snappedBottomInset();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    boolean one = fitsInOneLine(getWidth());
    double gap = gap(getWidth());
    double line = lineHeight();
    double top = snappedTopInset();
    double room = room(getWidth()) - (end.isManaged() ? end.prefWidth(-1) : 0);
    if (one) {
      room -= menus.prefWidth(-1) + gap;
    }
    double missing = Math.max(0, frontWidth(false, gap) - room);
    double x = snappedLeftInset();
    for (var part : shown()) {
      double wanted = part.prefWidth(-1);
      double width = Math.max(Math.max(part.minWidth(-1), 0), wanted - missing);
      missing -= wanted - width;
      place(part, x, top, width, line);
      x += width + gap;
    }
    if (one) {
      place(menus, x, top, menus.prefWidth(-1), line);
    } else {
      double width = Math.min(menus.prefWidth(-1), room(getWidth()));
      place(menus, snappedLeftInset(), top + line + LINE_GAP, width, menus.prefHeight(-1));
    }
    double right = getWidth() - snappedRightInset() - end.prefWidth(-1);
    place(end, right, top, end.prefWidth(-1), line);
  }

  private void place(Region part, double x, double y, double width, double line) {
    double height = Math.min(line, part.prefHeight(-1));
    part.resizeRelocate(
        snapPositionX(x), snapPositionY(y + (line - height) / 2), snapSizeX(width), height);
  }
}
