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
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import kelvin.ui.theme.Fonts;

/// A region that paints on one canvas, once per pulse when something changed, with the colours that
/// the stylesheet gives.
///
/// All plots share one palette, because a colour means one thing in the whole window.
abstract class PlotRegion extends Region {

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
    NUCLEUS,
    SURPRISAL,
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
  private final Map<Ink, StyleableObjectProperty<Paint>> paints = new EnumMap<>(Ink.class);

  PlotRegion(String styleClass) {
    getStyleClass().addAll("plot", styleClass);
    PAINTS.forEach((ink, metaData) -> paints.put(ink, new InkProperty(metaData)));
    // The canvas is a picture of the region, not a target of its own.
    canvas.setMouseTransparent(true);
    getChildren().add(canvas);
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
    return Objects.requireNonNull(paints.get(ink), ink.name());
  }

  final Paint paint(Ink ink) {
    return styleable(ink).get();
  }

  /// Marks the picture as out of date; any number of changes costs one paint.
  final void repaint() {
    requestLayout();
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return FACTORY.getCssMetaData();
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    var graphics = canvas.getGraphicsContext2D();
    // A clear of the whole canvas also drops queued commands of frames that were never shown.
    graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    if (getWidth() > 0 && getHeight() > 0) {
      paint(graphics, getWidth(), getHeight());
    }
  }

  /// The canvas, for a painter that must wait until after the layout pass.
  final GraphicsContext graphics() {
    return canvas.getGraphicsContext2D();
  }

  abstract void paint(GraphicsContext graphics, double width, double height);

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
