package kelvin.ui.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;
import kelvin.display.BarScale;
import kelvin.display.FigureLook;
import kelvin.display.Shading;
import kelvin.display.Theme;
import kelvin.display.View;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.ui.fx.FxThread;
import kelvin.ui.plot.bars.TokenBars;
import kelvin.ui.theme.ThemeStyle;
import kelvin.window.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;

class FigureSheetFxTest {

  private final FigureData data = FigureFixture.data();
  private final FigureMaker maker = new FigureMaker(new FxThread());

  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aPictureHasAsManyPixelsAsItsScaleSays(int scale, @TempDir Path folder) throws Exception {
    var file = folder.resolve("figure.png");

    maker.write(data, sized(View.PLAYGROUND, 1000, 900), FigureFormat.PNG, scale, file);

    var image = ImageIO.read(file.toFile());
    assertEquals(1000 * scale, image.getWidth());
    assertEquals(900 * scale, image.getHeight());
  }

  @Test
  void aFinerPictureIsDrawnFinerAndNotBlownUp() throws Exception {
    var look = sized(View.BARS, 800, 400);

    var coarse = maker.picture(data, look, 1);
    var fine = maker.picture(data, look, 3);

    // In an enlarged bitmap, only every third pixel of a row would differ from its neighbours.
    assertTrue(edges(fine) < 1.8 * edges(coarse), edges(fine) + " and " + edges(coarse));
    assertTrue(edges(fine) > 0.5 * edges(coarse), edges(fine) + " and " + edges(coarse));
  }

  /// A picture is drawn in strips, so that the window does not stand still.
  @ParameterizedTest
  @EnumSource(View.class)
  void theStripsOfAPictureFitTogether(View view) throws Exception {
    var look = sized(view, 1500, 1300);
    var compared = FigureFixture.compared();

    var picture = maker.picture(compared, look, 2);

    var computed = Computed.of(compared, view);
    var whole =
        Fx.get(
            () -> {
              var sheet = FigureSheet.of(compared, computed, look);
              sheet.layOut(2);
              return sheet.root().getScene().snapshot(null);
            });
    assertEquals(-1, Arrays.mismatch(pixels(whole), pixels(picture)));
  }

  private static int[] pixels(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    var pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return pixels;
  }

  @Test
  void aLargePictureIsGivenUpWhileItIsDrawn(@TempDir Path folder) throws Exception {
    var file = folder.resolve("figure.png");
    var cancellation = new Cancellation();
    var tasks = new AtomicInteger();
    var fxThread = new FxThread();
    var cancelled =
        new FigureMaker(
            task -> {
              if (tasks.incrementAndGet() == 4) {
                cancellation.cancel();
              }
              fxThread.execute(task);
            },
            cancellation);

    assertThrows(
        CancelledException.class,
        () -> cancelled.write(data, sized(View.PLAYGROUND, 2000, 2000), FigureFormat.PNG, 4, file));

    assertEquals(4, tasks.get());
    assertFalse(Files.exists(file));
  }

  @Test
  void aHeadingWithoutRoomLosesWordsAndNoQuotationMark() {
    var about = "after “She went to the park and saw a big”";
    var panel =
        Fx.get(() -> new FigurePanel("NEXT TOKEN", about, new Region(), FigurePanel.word("τ 1")));
    var heading =
        Fx.get(
            () -> {
              var scene = new Scene(panel, 300, 200);
              ThemeStyle.apply(Theme.PROJECTOR, scene);
              panel.applyCss();
              panel.layout();
              return ((Label) panel.lookup(".token-text")).getText();
            });

    assertTrue(heading.matches("“….+ big”"), heading);
  }

  /// Counts the strong steps from one pixel to the next, per row of the figure.
  private static double edges(Image image) {
    var pixels = image.getPixelReader();
    int steps = 0;
    for (int y = 0; y < (int) image.getHeight(); y++) {
      for (int x = 1; x < (int) image.getWidth(); x++) {
        double step =
            pixels.getColor(x, y).getBrightness() - pixels.getColor(x - 1, y).getBrightness();
        steps += Math.abs(step) > 0.4 ? 1 : 0;
      }
    }
    return steps / image.getHeight();
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void everyViewIsDrawnInEveryTheme(View view) throws Exception {
    for (var theme : Theme.values()) {
      var look = FigureLook.of(view, theme, FigureFixture.plots(BarScale.ABSOLUTE));

      var picture = maker.picture(FigureFixture.compared(), look, 1);

      assertEquals(FigureLook.WIDTH, picture.getWidth());
      assertTrue(edges(picture) > 1, view + " " + theme + ": " + edges(picture));
    }
  }

  @Test
  void theStripHasTheShadesFromInsideTheModelOnBothSidesOfZero() throws Exception {
    var plots = new FigureLook.Plots(BarScale.ABSOLUTE, 0, Shading.GRADIENT);
    var look = FigureLook.of(View.STRIP, Theme.LIGHT, plots);

    var shaded = maker.picture(FigureFixture.shaded(), look, 1);
    var unknown = maker.picture(data, look, 1);

    assertTrue(
        count(shaded, FigureSheetFxTest::isAbove)
            > count(unknown, FigureSheetFxTest::isAbove) + 100);
    assertTrue(
        count(shaded, FigureSheetFxTest::isBelow)
            > count(unknown, FigureSheetFxTest::isBelow) + 100);
  }

  /// Returns whether a colour is of the side of the scale above 0.
  private static boolean isAbove(Color colour) {
    return colour.getRed() > colour.getBlue() + 0.4;
  }

  private static boolean isBelow(Color colour) {
    return colour.getBlue() > colour.getRed() + 0.2;
  }

  private static int count(Image image, Predicate<Color> wanted) {
    var pixels = image.getPixelReader();
    int count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        count += wanted.test(pixels.getColor(x, y)) ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  void aFigureInAnotherThemeLeavesTheWindowAlone() throws Exception {
    var before = String.valueOf(Application.getUserAgentStylesheet());

    maker.picture(data, FigureLook.of(View.BARS, Theme.DARK, rows(0)), 1);

    assertEquals(before, String.valueOf(Application.getUserAgentStylesheet()));
  }

  @Test
  void theRowsDecideTheHeight() throws Exception {
    var two = maker.picture(data, FigureLook.of(View.BARS, Theme.LIGHT, rows(2)), 1);
    var four = maker.picture(data, FigureLook.of(View.BARS, Theme.LIGHT, rows(4)), 1);

    double rowHeight = (TokenBars.heightOf(4) - TokenBars.heightOf(2)) / 2;
    assertEquals(2 * rowHeight, four.getHeight() - two.getHeight());
  }

  @Test
  void whatDoesNotFitIsRefusedWithTheHeightThatIsNeeded() {
    var look = new FigureLook(View.BARS, 800, 200, Theme.LIGHT, rows(5));

    var refused =
        String.valueOf(
            assertThrows(FigureSizeException.class, () -> maker.picture(data, look, 1))
                .getMessage());

    assertTrue(refused.matches("the figure needs a height of at least \\d+ .* given 200"), refused);
  }

  @Test
  void aWidthThatCutsOffTheContentIsRefused() {
    var look = sized(View.PLAYGROUND, 220, 2000);

    var refused =
        assertThrows(FigureSizeException.class, () -> maker.picture(data, look, 1)).getMessage();

    assertTrue(String.valueOf(refused).startsWith("the figure needs a width of at least "));
  }

  @Test
  void theCaptionSaysWhichTopP() {
    var caption = new FigureCaption(FigureFixture.data()).of(View.BARS);

    assertTrue(caption.contains("τ = 0.5, top-p = 0.95  ·"), caption);
  }

  @Test
  void tooManyPixelsAreRefusedAndAnOlderFileIsKept(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("figure.png"), "older");
    var look = sized(View.BARS, 4000, 3000);

    assertThrows(
        FigureSizeException.class, () -> maker.write(data, look, FigureFormat.PNG, 3, file));

    assertEquals("older", Files.readString(file));
  }

  private static FigureLook sized(View view, int width, int height) {
    return new FigureLook(view, width, height, Theme.LIGHT, FigureFixture.plots(BarScale.ABSOLUTE));
  }

  private static FigureLook.Plots rows(int rows) {
    return new FigureLook.Plots(BarScale.ABSOLUTE, rows, Shading.SURPRISAL);
  }
}
