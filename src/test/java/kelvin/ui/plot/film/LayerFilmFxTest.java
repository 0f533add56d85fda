package kelvin.ui.plot.film;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import kelvin.display.InformationUnit;
import kelvin.display.ProbabilityScale;
import kelvin.distribution.Distribution;
import kelvin.distribution.Divergence;
import kelvin.distribution.Logits;
import kelvin.ui.plot.Pictures;
import kelvin.ui.plot.axis.LinearAxis;
import kelvin.ui.plot.film.LayersPicture.AtLayer;
import kelvin.ui.plot.film.LayersPicture.FinalChoice;
import kelvin.window.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// If these fail, the layer film shows other numbers than the layers have, or a layer cannot be
/// reached.
class LayerFilmFxTest {

  private final List<Integer> proposed = new ArrayList<>();

  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  /// Token 0 leads at the embeddings, token 1 at layers 1 and 3, token 2 at layer 2.
  private static LayersPicture picture() {
    var distributions =
        Stream.of(
                new float[] {4, 1, 0},
                new float[] {1, 1.5f, 1},
                new float[] {0, 1, 1.5f},
                new float[] {0, 3, 1})
            .map(logits -> Distribution.of(Logits.owning(logits), 1))
            .toList();
    var last = distributions.getLast();
    return new LayersPicture(
        distributions.stream()
            .map(each -> new AtLayer(each, Divergence.between(each, last).kl()))
            .toList(),
        new FinalChoice(1, " Paris", 1, 3),
        List.of(
            new LayersPicture.Followed(1, " Paris", false),
            new LayersPicture.Followed(0, " is", true)),
        InformationUnit.NATS);
  }

  private LayerFilm film() {
    return Fx.get(
        () -> {
          var film = new LayerFilm();
          film.setStyle("-kelvin-series-1: red; -kelvin-text: transparent;");
          film.pictureProperty().set(picture());
          film.setOnLayer(proposed::add);
          return film;
        });
  }

  @Test
  void aLineIsAtTheLayersProbability() {
    var film = film();
    var image = Pictures.snapshot(film);

    for (int layer : List.of(0, 1, 2)) {
      double p = picture().layers().get(layer).distribution().probabilityOfToken(1);
      double[] at = Fx.get(() -> new double[] {film.xOf(layer), film.yOf(p)});
      assertTrue(Pictures.isRed(image, at[0], at[1]), "layer " + layer);
    }
  }

  @Test
  void theNumbersAreThoseOfTheLayerThatIsLookedAt() {
    var film = film();

    Fx.run(() -> film.layerProperty().set(1));
    var numbers = Fx.get(() -> film.numbers(lines(film, ProbabilityScale.LINEAR)));

    assertEquals(List.of("45.19", "27.41"), numbers.percents());
    assertEquals(List.of("1.07 nats", "0.472 nats"), numbers.lanes());
    assertTrue(
        Fx.get(film::getAccessibleText)
            .startsWith("layer 1 of 3, “ Paris” 45.19 %, entropy 1.07 nats"));
  }

  @Test
  void sharesAreThoseAmongTheTokensWithALine() {
    var film = film();

    var numbers = Fx.get(() -> film.numbers(lines(film, ProbabilityScale.SHARE)));

    assertEquals(List.of("95.26", "4.74"), numbers.percents());
  }

  @Test
  void theLayerAtWhichTheFinalChoiceFirstLeadsIsMarked() {
    var mark = Fx.get(() -> film().mark().orElseThrow());

    assertEquals(1, mark.value());
    assertEquals("first leads at 1", mark.text());
    assertEquals(
        "“ Paris” leads from layer 3 of 3 on, for the first time at layer 1", picture().lead());
  }

  @Test
  void theArrowKeysGoFromLayerToLayer() {
    var film = film();
    for (var key : List.of(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.HOME, KeyCode.END)) {
      Fx.run(() -> Event.fireEvent(film, press(key)));
    }

    // The cursor stays at the last layer, because nobody carries out what the film proposes.
    assertEquals(List.of(2, 3, 0, 3), proposed);
  }

  private static KeyEvent press(KeyCode key) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false);
  }

  @Test
  void theEndsOfTheAxisAreMarkedFirst() {
    assertEquals(
        List.of(0.0, 8.0, 4.0, 2.0, 6.0, 1.0, 3.0, 5.0, 7.0), new FilmAcross.OfLayers(8).ticks());
    assertEquals(List.of(0.0, 1.0), new FilmAcross.OfLayers(1).ticks());
    assertEquals(List.of(0.0), new FilmAcross.OfLayers(0).ticks());
  }

  private static FilmLines lines(Film film, ProbabilityScale scale) {
    var axes = new FilmGeometry.Axes(film.across(), LinearAxis.HALVES);
    var at = FilmGeometry.of(700, 300, film.lanes(), axes);
    return new FilmLines(film.series().orElseThrow(), scale, at);
  }
}
