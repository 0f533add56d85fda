package kelvin.ui.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import kelvin.display.Theme;
import kelvin.distribution.Logits;
import kelvin.distribution.TemperatureSweep;
import kelvin.distribution.TruncatedDistribution;
import kelvin.ui.plot.bars.TokenBars;
import kelvin.ui.plot.curve.CumulativeCurve;
import kelvin.ui.plot.film.TemperatureFilm;
import kelvin.ui.theme.ThemeStyle;
import kelvin.window.Fx;
import kelvin.window.PictureFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;

/// Draws the plots of extreme vocabularies and saves them in `target/pictures`.
class OddTokensFxTest {

  private static final List<String> TEXTS =
      List.of(
          "=".repeat(300),
          "␣" + "supercalifragilistic".repeat(15),
          "<|endoftext|>",
          "<0xE2><0x80>",
          "⇥⏎",
          "日本語の長い長いトークン",
          "😀",
          "",
          "␣",
          "a");

  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @ParameterizedTest
  @CsvSource({"10, 380, 520", "10, 1100, 520", "3, 380, 420", "3, 1100, 420", "1, 500, 420"})
  void aLongTokenOrASmallVocabularyIsPaintedInsideThePlot(int count, int width, int height)
      throws Exception {
    var picture = picture(count);
    var pen = new FakePen();

    var image = Fx.get(() -> draw(picture, width, height, pen));

    PictureFile.save(image, "odd-tokens-%d-%dx%d".formatted(count, width, height));
    assertEquals(width, image.getWidth());
    assertTrue(pen.farthest() <= width, "painted up to " + pen.farthest());
  }

  private static Image draw(DistributionPicture picture, int width, int height, FakePen pen) {
    var bars = new TokenBars();
    bars.pictureProperty().set(picture);
    var curve = new CumulativeCurve();
    curve.pictureProperty().set(picture);
    curve.topPProperty().set(0.9);
    curve.setPrefWidth(width / 2.0);
    var film = new TemperatureFilm();
    film.pictureProperty().set(picture);
    var temperatures =
        IntStream.range(0, 30).mapToObj(i -> 0.05 * Math.pow(200, i / 29.0)).toList();
    var ranks = IntStream.rangeClosed(1, Math.min(6, picture.count())).boxed().toList();
    film.sweepProperty().set(TemperatureSweep.of(picture.logits(), ranks, temperatures, 0.9));
    film.setPrefWidth(width / 2.0);
    var root = new VBox(bars, new HBox(curve, film));
    var scene = new Scene(root, width, height);
    ThemeStyle.apply(Theme.LIGHT, scene);
    var image = scene.snapshot(null);
    bars.paintWith(pen);
    return image;
  }

  private static DistributionPicture picture(int count) {
    var values = new float[count];
    for (int id = 0; id < count; id++) {
      values[id] = -0.4f * id;
    }
    var logits = Logits.owning(values);
    return new DistributionPicture(
        TruncatedDistribution.of(logits, Pictures.at(0.8)),
        TEXTS::get,
        new Mark(OptionalInt.of(1), "next", OptionalDouble.of(0.4)));
  }
}
