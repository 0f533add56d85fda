package kelvin.ui.figure;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import kelvin.ui.plot.PlotRegion;

/// Draws a laid-out figure as an SVG document, with its words as text and its plots and backgrounds
/// as shapes.
public final class SvgDrawing {

  private final SvgWriter svg = new SvgWriter();
  private final Region content;
  private int gradients;

  private SvgDrawing(Region content) {
    this.content = content;
  }

  /// Draws the whole document. For the FX thread.
  public static String of(FigureSheet sheet) {
    sheet.layOut(1);
    var root = sheet.root();
    var drawing = new SvgDrawing(root.content());
    drawing.open(sheet);
    drawing.node(root.content());
    drawing.svg.end().end();
    return drawing.svg.document();
  }

  private void open(FigureSheet sheet) {
    var root = sheet.root();
    var width = SvgWriter.number(root.getWidth());
    var height = SvgWriter.number(root.getHeight());
    svg.start("svg").at("xmlns", "http://www.w3.org/2000/svg");
    svg.at("width", width).at("height", height).at("viewBox", "0 0 " + width + " " + height);
    // Spaces are part of a token's text.
    svg.at("xml:space", "preserve");
    // A font must not join characters either, such as those of `<|`.
    svg.at("style", "font-variant-ligatures: none");
    svg.at("role", "img").at("aria-labelledby", "title desc");
    svg.start("title").at("id", "title").text(sheet.title()).end();
    svg.start("desc").at("id", "desc").text(sheet.description()).end();
    svg.start("g").at("transform", "scale(" + SvgWriter.number(root.magnification()) + ")");
  }

  private void node(Node node) {
    if (!node.isVisible()) {
      return;
    }
    switch (node) {
      case PlotRegion plot -> {
        background(plot);
        var origin = bounds(plot);
        plot.paintWith(new SvgPen(svg, origin.getMinX(), origin.getMinY()));
      }
      case Text text -> text(text);
      case Parent parent -> {
        if (parent instanceof Region region) {
          background(region);
          border(region);
        }
        parent.getChildrenUnmodifiable().forEach(this::node);
      }
      default -> {
        // a figure contains nothing else
      }
    }
  }

  private void background(Region region) {
    Background background = region.getBackground();
    if (background == null) {
      return;
    }
    var at = bounds(region);
    for (var fill : background.getFills()) {
      var insets = fill.getInsets();
      var paint = fill.getFill();
      if (isClear(paint)) {
        continue;
      }
      var reference = reference(paint);
      svg.start("rect");
      svg.at("x", at.getMinX() + insets.getLeft()).at("y", at.getMinY() + insets.getTop());
      svg.at("width", region.getWidth() - insets.getLeft() - insets.getRight());
      svg.at("height", region.getHeight() - insets.getTop() - insets.getBottom());
      double radius = fill.getRadii().getTopLeftHorizontalRadius();
      if (radius > 0) {
        svg.at("rx", radius);
      }
      if (reference.isEmpty()) {
        svg.paint("fill", paint, 1).end();
      } else {
        svg.at("fill", reference).end();
      }
    }
  }

  private static boolean isClear(Paint paint) {
    return paint instanceof Color colour && colour.getOpacity() == 0;
  }

  /// Draws a line around all four sides, like that of a card.
  private void border(Region region) {
    var border = region.getBorder();
    if (border == null) {
      return;
    }
    var at = bounds(region);
    for (var stroke : border.getStrokes()) {
      double width = stroke.getWidths().getTop();
      if (!stroke.isStrokeUniform() || width == 0 || isClear(stroke.getTopStroke())) {
        continue;
      }
      // SVG centres a stroke on its line; JavaFX draws a border inside it.
      svg.start("rect").at("x", at.getMinX() + width / 2).at("y", at.getMinY() + width / 2);
      svg.at("width", region.getWidth() - width).at("height", region.getHeight() - width);
      double radius = stroke.getRadii().getTopLeftHorizontalRadius();
      if (radius > 0) {
        svg.at("rx", radius - width / 2);
      }
      svg.at("fill", "none").paint("stroke", stroke.getTopStroke(), 1);
      svg.at("stroke-width", width).end();
    }
  }

  /// A gradient is written before the shape that it fills.
  private String reference(Paint paint) {
    if (!(paint instanceof LinearGradient gradient)) {
      return "";
    }
    gradients++;
    var id = "gradient" + gradients;
    svg.start("linearGradient").at("id", id);
    svg.at("x1", gradient.getStartX()).at("y1", gradient.getStartY());
    svg.at("x2", gradient.getEndX()).at("y2", gradient.getEndY());
    for (var stop : gradient.getStops()) {
      svg.start("stop").at("offset", stop.getOffset());
      svg.at("stop-color", SvgWriter.hex(stop.getColor())).end();
    }
    svg.end();
    return "url(#" + id + ")";
  }

  private void text(Text text) {
    var content = text.getText();
    var origin = text.localToScene(0, 0);
    var local = this.content.sceneToLocal(origin);
    for (var line : text.getLayoutInfo().getTextLines(false)) {
      var words = content.substring(line.start(), line.end()).stripTrailing();
      if (!words.isEmpty()) {
        double baseline = line.bounds().getMinY() + text.getBaselineOffset();
        svg.start("text").at("x", local.getX() + line.bounds().getMinX());
        svg.at("y", local.getY() + baseline).font(text.getFont());
        svg.paint("fill", text.getFill(), 1).text(words).end();
      }
    }
  }

  private Bounds bounds(Node node) {
    return content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
  }
}
