package kelvin.ui.figure;

import java.util.Locale;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
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

/// A figure laid out on a sheet, to be drawn as pixels or as shapes. For the FX thread.
public final class FigureSheet {

  /// The greatest number of pixels across or down.
  public static final int MAX_PIXELS = 8192;

  /// The number of tokens in the strip of the figure that shows everything.
  private static final int FEW_TOKENS = 40;

  /// From this width on, two plots are placed side by side.
  private static final double SIDE_BY_SIDE = 1000;

  private final SheetLook look;
  private final String title;
  private final String caption;
  private final Magnified root;
  private Scene scene;

  /// @param title of the figure, for readers who cannot see it
  /// @param caption the text below the content
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

  /// @param computed in advance, because it takes long
  public static FigureSheet of(FigureData data, Computed computed, FigureLook look) {
    var plots = new FigurePlots(data, look.plots());
    return new FigureSheet(
        look.view().title() + " " + plots.heading(look.view()),
        new FigureCaption(data).of(look.view()),
        content(look, plots, computed),
        look.sheet());
  }

  private static Node content(FigureLook look, FigurePlots plots, Computed computed) {
    return switch (look.view()) {
      case BARS -> plots.bars();
      case CURVE -> plots.curve();
      case FILM -> plots.film(computed.film().orElseThrow());
      case LAYERS -> plots.layers();
      case STRIP -> plots.strip(Integer.MAX_VALUE);
      case SERIES -> plots.series();
      case DIFFERENCE -> plots.difference(computed.difference());
      case ANSWERS -> plots.answers();
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

  /// The title of the figure, for readers who cannot see it.
  String title() {
    return title;
  }

  /// The caption, and the descriptions of the plots for screen readers.
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

  /// The number of pixels across and down of the figure as it is laid out.
  Dimension2D size() {
    return new Dimension2D(scene.getWidth(), scene.getHeight());
  }

  /// Some lines of pixels of the figure as it is laid out.
  ///
  /// @param from the first line, 0-based
  /// @param count the number of lines, at least 1
  Image lines(int from, int count) {
    var parameters = new SnapshotParameters();
    parameters.setFill(scene.getFill());
    parameters.setViewport(new Rectangle2D(0, from, scene.getWidth(), count));
    return root.snapshot(parameters, null);
  }

  /// The figure, scaled down to fit but never up.
  ///
  /// @throws FigureSizeException when it has too few pixels for the content
  public Image preview(double maxWidth, double maxHeight) {
    layOut(1);
    double scale = Math.min(maxWidth / root.getWidth(), maxHeight / root.getHeight());
    layOut(Math.min(1, scale));
    return scene.snapshot(null);
  }

  /// Lays out everything at its final size.
  ///
  /// @throws FigureSizeException when there are too many pixels, or too few for the content
  void layOut(double scale) {
    double magnification = look.theme().magnification();
    root.setMagnification(magnification);
    int height = height(magnification);
    double across = Math.rint(look.width() * scale);
    double down = Math.rint(height * scale);
    if (Math.max(across, down) > MAX_PIXELS) {
      var size = (long) across + " x " + (long) down;
      throw new FigureSizeException(
          "the picture would have " + size + " pixels, and " + MAX_PIXELS + " is the most");
    }
    root.setMagnification(magnification * scale);
    // A scene without an explicit size takes the preferred size of its content.
    scene.setRoot(new Region());
    scene = new Scene(root, across, down);
    ThemeStyle.applyToFigure(look.theme(), scene);
    root.applyCss();
    root.layout();
  }

  private int height(double magnification) {
    double minContentHeight = root.content().minHeight(look.width() / magnification);
    int minWidth = (int) Math.ceil(root.content().minWidth(-1) * magnification);
    if (look.width() < minWidth) {
      throw new FigureSizeException(
          "the figure needs a width of at least " + minWidth + ", but was given " + look.width());
    }
    int minHeight = (int) Math.ceil(minContentHeight * magnification);
    int height = look.height() > 0 ? look.height() : (int) Math.ceil(root.prefHeight(look.width()));
    if (height < minHeight) {
      throw new FigureSizeException(
          String.format(
              Locale.ROOT,
              "the figure needs a height of at least %d at a width of %d, but was given %d",
              minHeight,
              look.width(),
              height));
    }
    return height;
  }
}
