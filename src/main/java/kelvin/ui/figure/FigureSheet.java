package kelvin.ui.figure;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.display.FigureLook;
import kelvin.display.SheetLook;
import kelvin.distribution.TemperatureSweep;
import kelvin.ui.theme.Magnified;
import kelvin.ui.theme.ThemeStyle;

/// A figure laid out on a sheet, to be drawn in pixels or in shapes. On the FX thread.
public final class FigureSheet {

  /// More pixels than this across or down are not drawn.
  public static final int MOST_PIXELS = 8192;

  /// Tokens in the strip of the figure that shows everything.
  private static final int FEW_TOKENS = 40;

  /// From this width on two plots stand beside each other.
  private static final double SIDE_BY_SIDE = 1000;

  private final SheetLook look;
  private final String title;
  private final String caption;
  private final Magnified root;
  private Scene scene;

  /// @param title what the figure is of, for those who cannot see it
  /// @param caption stands below the content
  public FigureSheet(String title, String caption, Node content, SheetLook look) {
    this.look = look;
    this.title = title;
    this.caption = caption;
    var captionLabel = new Label(caption);
    captionLabel.getStyleClass().add("quiet");
    captionLabel.setWrapText(true);
    captionLabel.setMinHeight(Label.USE_PREF_SIZE);
    VBox.setVgrow(content, Priority.ALWAYS);
    var sheet = new VBox(content, captionLabel);
    sheet.getStyleClass().add("figure");
    root = new Magnified(sheet);
    scene = new Scene(root);
    ThemeStyle.applyToFigure(look.theme(), scene);
    root.setMagnification(look.theme().magnification());
    root.applyCss();
  }

  /// @param computed beforehand, because it takes long
  public static FigureSheet of(FigureData data, Computed computed, FigureLook look) {
    var plots = new FigurePlots(data, look.plots());
    return new FigureSheet(
        look.view().title() + " " + plots.heading(),
        new FigureCaption(data).of(look.view()),
        content(look, plots, computed),
        look.sheet());
  }

  private static Node content(FigureLook look, FigurePlots plots, Computed computed) {
    return switch (look.view()) {
      case BARS -> plots.bars();
      case CURVE -> plots.curve();
      case FILM -> plots.film(computed.film().orElseThrow());
      case STRIP -> plots.strip(Integer.MAX_VALUE);
      case SERIES -> plots.series();
      case DIFFERENCE -> plots.difference(computed.difference());
      case PLAYGROUND ->
          everything(
              plots, computed.film().orElseThrow(), look.width() / look.theme().magnification());
    };
  }

  private static Node everything(FigurePlots plots, TemperatureSweep film, double width) {
    var bars = plots.bars();
    VBox.setVgrow(bars, Priority.ALWAYS);
    var curve = plots.curve();
    var temperatures = plots.film(film);
    HBox.setHgrow(curve, Priority.ALWAYS);
    HBox.setHgrow(temperatures, Priority.ALWAYS);
    curve.setPrefWidth(1);
    temperatures.setPrefWidth(1);
    var below =
        width < SIDE_BY_SIDE ? new VBox(curve, temperatures) : new HBox(curve, temperatures);
    below.getStyleClass().add("figure-row");
    var all = new VBox(plots.strip(FEW_TOKENS), bars, below);
    all.getStyleClass().add("figure-column");
    return all;
  }

  /// What the figure is of, for those who cannot see it.
  String title() {
    return title;
  }

  /// The caption, and what a screen reader says of the plots.
  String description() {
    var text = new StringBuilder(caption);
    for (var plot : root.lookupAll(".plot")) {
      if (plot.getAccessibleText() != null) {
        text.append(". ").append(plot.getAccessibleText());
      }
    }
    return text.toString();
  }

  Magnified root() {
    return root;
  }

  /// The figure with `scale` pixels for each of its own, across and down.
  ///
  /// @throws FigureSizeException when these are too many, or too few for the content
  public Image image(int scale) {
    layOut(scale);
    return scene.snapshot(null);
  }

  /// The figure drawn so small that it fits, never larger than it is.
  ///
  /// @throws FigureSizeException when it has too few pixels for the content
  public Image preview(double mostWidth, double mostHeight) {
    layOut(1);
    double scale = Math.min(mostWidth / root.getWidth(), mostHeight / root.getHeight());
    layOut(Math.min(1, scale));
    return scene.snapshot(null);
  }

  /// Gives everything its place.
  ///
  /// @throws FigureSizeException when there are too many pixels, or too few for the content
  void layOut(double scale) {
    double magnification = look.theme().magnification();
    root.setMagnification(magnification);
    int height = height(magnification);
    double across = Math.rint(look.width() * scale);
    double down = Math.rint(height * scale);
    if (Math.max(across, down) > MOST_PIXELS) {
      var size = (long) across + " x " + (long) down;
      throw new FigureSizeException(
          "the picture would have " + size + " pixels, and " + MOST_PIXELS + " is the most");
    }
    root.setMagnification(magnification * scale);
    // A scene without a size of its own takes the one that its content would like.
    scene.setRoot(new Region());
    scene = new Scene(root, across, down);
    ThemeStyle.applyToFigure(look.theme(), scene);
    root.applyCss();
    root.layout();
  }

  private int height(double magnification) {
    double leastContent = root.content().minHeight(look.width() / magnification);
    int leastWidth = (int) Math.ceil(root.content().minWidth(-1) * magnification);
    if (look.width() < leastWidth) {
      throw new FigureSizeException(
          "the figure needs a width of at least " + leastWidth + ", but was given " + look.width());
    }
    int least = (int) Math.ceil(leastContent * magnification);
    int height = look.height() > 0 ? look.height() : (int) Math.ceil(root.prefHeight(look.width()));
    if (height < least) {
      throw new FigureSizeException(
          String.format(
              Locale.ROOT,
              "the figure needs a height of at least %d at a width of %d, but was given %d",
              least,
              look.width(),
              height));
    }
    return height;
  }
}
