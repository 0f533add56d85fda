package kelvin.ui.control;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import kelvin.ui.theme.Fonts;

/// A region that paints on one canvas, once per pulse when something changed, with the colours that
/// the stylesheet gives.
///
/// All plots share one palette, because a colour means one thing in the whole window.
public abstract class PlotRegion extends Region {

  /// The colours of all plots, as CSS properties named `-kelvin-…`.
  enum Ink {
    CARD,
    TEXT,
    SOFT,
    FAINT,
    HAIRLINE,
    BAR,
    TAIL,
    REMOVED,
    OUTLINE,
    GHOST,
    NUCLEUS,
    SURPRISAL,
    /// The scale of shades, a gradient.
    HEAT,
    SELECTION,
    DRAW;

    String property() {
      return "-kelvin-" + name().toLowerCase(Locale.ROOT);
    }
  }

  static final Font NUMBERS = Fonts.numbers(12);
  static final Font SMALL_NUMBERS = Fonts.numbers(11);
  static final Font WORDS = Fonts.words(12);
  static final Font SMALL_WORDS = Fonts.words(11);

  private static final StyleablePropertyFactory<PlotRegion> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());
  private static final Map<Ink, CssMetaData<PlotRegion, Paint>> PAINTS = paintMetaData();

  private final Canvas canvas = new Canvas();
  private final Pen pen = new CanvasPen(canvas.getGraphicsContext2D());

  /// The canvas's pixels for each of the region's.
  private double resolution = 1;

  private boolean outOfDate = true;
  private int paints;
  private final Map<Ink, StyleableObjectProperty<Paint>> inks = new EnumMap<>(Ink.class);

  PlotRegion(String styleClass) {
    getStyleClass().addAll("plot", styleClass);
    PAINTS.forEach((ink, metaData) -> inks.put(ink, new InkProperty(metaData)));
    // The canvas is a picture of the region, not a target of its own.
    canvas.setMouseTransparent(true);
    getChildren().add(canvas);
    visibleProperty().addListener(_ -> requestLayout());
  }

  private static Map<Ink, CssMetaData<PlotRegion, Paint>> paintMetaData() {
    var all = new EnumMap<Ink, CssMetaData<PlotRegion, Paint>>(Ink.class);
    for (var ink : Ink.values()) {
      all.put(
          ink,
          FACTORY.createPaintCssMetaData(
              ink.property(), region -> region.styleable(ink), Color.GRAY, false));
    }
    return all;
  }

  private StyleableObjectProperty<Paint> styleable(Ink ink) {
    return Objects.requireNonNull(inks.get(ink), ink.name());
  }

  final Paint paint(Ink ink) {
    return styleable(ink).get();
  }

  /// Marks the picture as out of date; any number of changes costs one paint.
  final void repaint() {
    outOfDate = true;
    requestLayout();
  }

  /// Paints what it is now, without waiting for a layout.
  final void paintNow() {
    outOfDate = true;
    layoutChildren();
  }

  /// How often the picture was painted.
  final int paints() {
    return paints;
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return FACTORY.getCssMetaData();
  }

  /// Draws the picture with another pen, as it was laid out last.
  public final void paintWith(Pen other) {
    paint(other, getWidth(), getHeight());
  }

  @Override
  protected void layoutChildren() {
    boolean resized = matchPixels();
    // Neighbours that move cause layouts too; and what nobody sees is painted when it is seen.
    if (!isVisible() || (!outOfDate && !resized)) {
      return;
    }
    outOfDate = false;
    paints++;
    var graphics = canvas.getGraphicsContext2D();
    graphics.setTransform(1, 0, 0, 1, 0, 0);
    // A clear of the whole canvas also drops queued commands of frames that were never shown.
    graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    graphics.scale(resolution, resolution);
    if (getWidth() > 0 && getHeight() > 0) {
      paint(pen, getWidth(), getHeight());
    }
  }

  /// A canvas is a bitmap: where the window is magnified it needs as many more pixels, and has to
  /// stand on their grid, or all would be blurred.
  ///
  /// @return whether it has another size now, and so lost what was painted
  private boolean matchPixels() {
    var toScene = getLocalToSceneTransform();
    resolution = toScene.getMxx();
    double wide = getWidth() * resolution;
    double high = getHeight() * resolution;
    boolean resized = wide != canvas.getWidth() || high != canvas.getHeight();
    canvas.setWidth(wide);
    canvas.setHeight(high);
    canvas.setScaleX(1 / resolution);
    canvas.setScaleY(1 / resolution);
    // A node is scaled about its centre.
    double x = (getWidth() - canvas.getWidth()) / 2;
    double y = (getHeight() - canvas.getHeight()) / 2;
    boolean magnified = resolution != 1;
    canvas.setLayoutX(magnified ? x + toGrid(toScene.getTx()) / resolution : 0);
    canvas.setLayoutY(magnified ? y + toGrid(toScene.getTy()) / resolution : 0);
    return resized;
  }

  private static double toGrid(double position) {
    return Math.rint(position) - position;
  }

  /// The pen on the screen, for a painter that must wait until after the layout pass.
  final Pen pen() {
    return pen;
  }

  abstract void paint(Pen graphics, double width, double height);

  /// A position on the pixel grid, so that a hairline is one pixel and not two faint ones.
  static double crisp(double position) {
    return Math.floor(position) + 0.5;
  }

  private final class InkProperty extends StyleableObjectProperty<Paint> {

    private final CssMetaData<PlotRegion, Paint> metaData;

    InkProperty(CssMetaData<PlotRegion, Paint> metaData) {
      super(Color.GRAY);
      this.metaData = metaData;
    }

    @Override
    protected void invalidated() {
      get();
      repaint();
    }

    @Override
    public Object getBean() {
      return PlotRegion.this;
    }

    @Override
    public String getName() {
      return metaData.getProperty();
    }

    @Override
    public CssMetaData<PlotRegion, Paint> getCssMetaData() {
      return metaData;
    }
  }
}
