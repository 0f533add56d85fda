package kelvin.ui.plot;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import kelvin.ui.theme.Fonts;

/// A region that paints itself at most once per pulse, in the colours of the stylesheet. Parts that
/// seldom change can be painted on a ground layer below, which is repainted less often.
///
/// All plots share one palette, because each colour has one meaning in the whole window.
public abstract class PlotRegion extends Region {

  /// The colours of the plots, as CSS properties named `-kelvin-…`.
  public enum Ink {
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
    /// A token or an example that makes something less; red is for faults.
    LOSS,
    NUCLEUS,
    SURPRISAL,
    /// A gradient: the heat scale.
    HEAT,
    /// A gradient: the side of the heat scale below 0.
    COOL,
    SELECTION,
    DRAW,
    SERIES_1,
    SERIES_2,
    SERIES_3,
    SERIES_4,
    SERIES_5,
    SERIES_6;

    /// The colours that only tell the lines of a plot apart, also for colour-blind eyes.
    public static final List<Ink> SERIES =
        List.of(SERIES_1, SERIES_2, SERIES_3, SERIES_4, SERIES_5, SERIES_6);

    /// The colour of a line, 0-based. After the last one they begin again.
    public static Ink ofLine(int index) {
      return SERIES.get(index % SERIES.size());
    }

    String property() {
      return "-kelvin-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public static final Font NUMBERS = Fonts.numbers(12);
  public static final Font SMALL_NUMBERS = Fonts.numbers(11);
  public static final Font WORDS = Fonts.words(12);
  public static final Font SMALL_WORDS = Fonts.words(11);

  private static final StyleablePropertyFactory<PlotRegion> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());
  private static final Map<Ink, CssMetaData<PlotRegion, Paint>> PAINTS = paintMetaData();

  private final PlotLayer ground = new PlotLayer(this::paintGround);
  private final PlotLayer picture = new PlotLayer(this::paint);
  private final boolean hasGround;
  private final Map<Ink, StyleableObjectProperty<Paint>> inks = new EnumMap<>(Ink.class);

  protected PlotRegion(String styleClass) {
    this(styleClass, false);
  }

  /// @param hasGround whether `paintGround` paints anything
  protected PlotRegion(String styleClass, boolean hasGround) {
    this.hasGround = hasGround;
    getStyleClass().addAll("plot", styleClass);
    PAINTS.forEach((ink, metaData) -> inks.put(ink, new InkProperty(metaData)));
    if (hasGround) {
      getChildren().add(ground.node());
    }
    getChildren().add(picture.node());
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

  public final Paint paint(Ink ink) {
    return styleable(ink).get();
  }

  /// Marks the picture as out of date; any number of changes costs one paint.
  protected final void repaint() {
    picture.repaint();
    requestLayout();
  }

  /// Marks the picture and the ground as out of date.
  protected final void repaintAll() {
    ground.repaint();
    repaint();
  }

  /// Paints the current state at once, without waiting for a layout.
  protected final void paintNow() {
    picture.repaint();
    layoutChildren();
  }

  /// True if the picture shows what was painted last, so that more can be painted over it with the
  /// pen of the screen.
  protected final boolean isPainted() {
    return picture.isUpToDate(this);
  }

  /// The number of times that the picture was painted.
  public final int paints() {
    return picture.paints();
  }

  /// The number of times that the ground was painted.
  public final int groundPaints() {
    return ground.paints();
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return FACTORY.getCssMetaData();
  }

  /// Draws everything with another pen, at the size of the last layout.
  public final void paintWith(Pen other) {
    paintGround(other, getWidth(), getHeight());
    paint(other, getWidth(), getHeight());
  }

  @Override
  protected void layoutChildren() {
    if (hasGround) {
      ground.layOut(this);
    }
    picture.layOut(this);
  }

  /// The pen of the screen, for a painter that must wait until the layout pass is over.
  public final Pen pen() {
    return picture.pen();
  }

  /// Paints the ground, before the picture above it.
  protected void paintGround(Pen pen, double width, double height) {
    // Most plots change as a whole and have no ground.
  }

  protected abstract void paint(Pen graphics, double width, double height);

  /// Snaps a position to the pixel grid, so that a hairline is one sharp pixel and not two faint
  /// ones.
  public static double crisp(double position) {
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
      repaintAll();
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
