package kelvin.ui.theme;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Shows one node larger than it is laid out: type, lines and room grow alike.
public final class Magnified extends Region {

  private final Region content;
  private final Scale scale = new Scale(1, 1);
  private double most = 1;
  private double leastWidth;
  private double leastHeight;

  public Magnified(Region content) {
    this.content = content;
    content.getTransforms().add(scale);
    getChildren().add(content);
  }

  /// How much larger, or smaller, however little room that leaves.
  public void setMagnification(double times) {
    setMagnification(times, 0, 0);
  }

  /// How much larger at most; less where the content would get less room than this.
  public void setMagnification(double times, double leastContentWidth, double leastContentHeight) {
    most = times;
    leastWidth = leastContentWidth;
    leastHeight = leastContentHeight;
    requestLayout();
  }

  public Region content() {
    return content;
  }

  /// How much larger the content is now.
  public double magnification() {
    return scale.getX();
  }

  @Override
  protected void layoutChildren() {
    double room = Math.min(most(getWidth(), leastWidth), most(getHeight(), leastHeight));
    double times = Math.max(Math.min(1, most), Math.min(most, room));
    if (times != scale.getX()) {
      scale.setX(times);
      scale.setY(times);
      // What is painted as a bitmap needs as many more pixels, even where its size stays, and
      // what scroll panes cache between the pixels is blurred.
      content.lookupAll(".plot").forEach(Magnified::layOut);
      content.lookupAll(".viewport").forEach(viewport -> cache(viewport, times == 1));
    }
    content.resizeRelocate(0, 0, getWidth() / times, getHeight() / times);
  }

  private static double most(double room, double needed) {
    return needed > 0 ? room / needed : Double.POSITIVE_INFINITY;
  }

  private static void layOut(Node plot) {
    if (plot instanceof Parent parent) {
      parent.requestLayout();
    }
  }

  private static void cache(Node viewport, boolean on) {
    viewport.setCache(on);
    if (viewport instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> child.setCache(on));
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return content.prefWidth(-1) * most;
  }

  @Override
  protected double computePrefHeight(double width) {
    return content.prefHeight(width < 0 ? -1 : width / most) * most;
  }

  @Override
  protected double computeMinWidth(double height) {
    return content.minWidth(-1);
  }

  @Override
  protected double computeMinHeight(double width) {
    return content.minHeight(-1);
  }
}
