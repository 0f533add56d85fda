package kelvin.ui.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayDeque;
import java.util.Objects;
import kelvin.distribution.Logits;
import org.junit.jupiter.api.Test;

class TemperatureFilmViewModelTest {

  private final ArrayDeque<Runnable> background = new ArrayDeque<>();
  private final TemperatureFilmViewModel film =
      new TemperatureFilmViewModel(background::add, Runnable::run);

  @Test
  void nothingIsComputedWhileNobodyLooks() {
    film.show(logits(1));

    assertEquals(0, background.size());
  }

  @Test
  void lookingComputesTheLogitsOnShow() {
    var logits = logits(1);
    film.show(logits);

    film.activeProperty().set(true);
    background.remove().run();

    assertEquals(logits, Objects.requireNonNull(film.sweepProperty().get()).logits());
  }

  @Test
  void theSameLogitsAreComputedOnce() {
    film.activeProperty().set(true);
    var logits = logits(1);
    film.show(logits);
    background.remove().run();

    film.show(logits);
    film.activeProperty().set(false);
    film.activeProperty().set(true);

    assertEquals(0, background.size());
    assertNotNull(film.sweepProperty().get());
  }

  @Test
  void beforeTheFirstAnswerThereIsNoFilm() {
    film.activeProperty().set(true);

    assertNull(film.sweepProperty().get());
  }

  private static Logits logits(float top) {
    return Logits.owning(new float[] {top, 0, -1});
  }
}
