package kelvin.ui.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import kelvin.distribution.TokenScore;
import kelvin.engine.GeneratedStep;
import kelvin.text.IndexRange;
import kelvin.ui.fx.FakePacer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Selects runs of generated tokens.
class GenerationViewModelTest {

  private final GenerationViewModel generation = new GenerationViewModel(new FakePacer());

  @BeforeEach
  void generateFiveTokens() {
    IntStream.range(0, 5).forEach(id -> generation.steps().add(step(id)));
  }

  @Test
  void aRunBeginsAtTheSelectedStep() {
    generation.selectedProperty().set(1);

    generation.extendRunTo(3);

    assertEquals(new IndexRange(1, 4), generation.runProperty().get());
    assertEquals(3, generation.selectedProperty().get());
  }

  @Test
  void aRunGrowsAndTurnsAroundItsBeginning() {
    generation.selectedProperty().set(2);

    generation.extendRun(1);
    assertEquals(new IndexRange(2, 4), generation.runProperty().get());
    generation.extendRun(-1);
    generation.extendRun(-1);

    assertEquals(new IndexRange(1, 3), generation.runProperty().get());
  }

  @Test
  void aRunStopsAtTheEnds() {
    generation.selectedProperty().set(4);

    generation.extendRun(1);

    assertEquals(4, generation.selectedProperty().get());
    assertTrue(generation.runProperty().get().isEmpty());
  }

  @Test
  void withoutASelectedStepARunBeginsAtTheLast() {
    generation.extendRun(-1);
    generation.extendRun(-1);

    assertEquals(new IndexRange(3, 5), generation.runProperty().get());
  }

  @Test
  void lookingAtAnotherStepEndsTheRun() {
    generation.selectedProperty().set(1);
    generation.extendRunTo(3);

    generation.selectedProperty().set(0);

    assertTrue(generation.runProperty().get().isEmpty());
  }

  @Test
  void anotherStepEndsTheRun() {
    generation.selectedProperty().set(1);
    generation.extendRunTo(3);

    generation.steps().add(step(9));

    assertTrue(generation.runProperty().get().isEmpty());
  }

  private static Step step(int id) {
    var draw = new GeneratedStep(0, id, 0.5, 0.5, 1, 0.5, 1, 2);
    return Steps.of(draw, new Steps.Chosen("t" + id, 0, new TokenScore(-1, 1, 1), false));
  }
}
