package kelvin.ui.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import kelvin.display.PlaySpeed;
import kelvin.distribution.TokenScore;
import kelvin.engine.ContinuationText;
import kelvin.engine.GeneratedStep;
import kelvin.text.Span;
import kelvin.ui.fx.FakePacer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Playing goes on until one of its limits. Otherwise a lecturer must watch it to stop it in time.
class GenerationViewModelTest {

  private final FakePacer pacer = new FakePacer();
  private final GenerationViewModel generation = new GenerationViewModel(pacer);

  /// The texts of the tokens to draw; `.` ends a text.
  private List<String> coming = List.of();

  @BeforeEach
  void drawWhatComes() {
    generation.readyProperty().set(true);
    generation.setOnStep(() -> draw(coming.get(generation.steps().size())));
  }

  private void draw(String text) {
    var numbers = new GeneratedStep(0, 0, 0.5, 0.5, 1, 0.5, 1, 2);
    generation
        .steps()
        .add(Steps.of(numbers, new Steps.Chosen(text, 0, new TokenScore(-1, 1, 1), false)));
    generation.textProperty().set(text());
    generation.drawn(text.equals("."));
  }

  private ContinuationText text() {
    var all = new StringBuilder();
    var spans = new ArrayList<Span>();
    for (var step : generation.steps()) {
      int start = all.length();
      all.append(step.visibleText());
      spans.add(new Span(start, all.length()));
    }
    return new ContinuationText(all.toString(), spans);
  }

  private void play(String... tokens) {
    coming = List.of(tokens);
    generation.play();
    while (generation.playingProperty().get() && generation.steps().size() < coming.size()) {
      generation.distributionArrived();
      pacer.pass();
    }
  }

  private void set(int maxTokens, boolean stopsAtEnd, String stopText) {
    generation
        .playbackProperty()
        .set(new Playback(PlaySpeed.QUICK, maxTokens, stopsAtEnd, stopText));
  }

  @Test
  void playingEndsAtTheEndOfText() {
    play("a", ".", "b");

    assertEquals(2, generation.steps().size());
    assertEquals("end of text", generation.noteProperty().get());
  }

  @Test
  void playingGoesOnBehindTheEndOfTextIfTheUserWantsThat() {
    set(0, false, "");

    play("a", ".", "b");

    assertEquals(3, generation.steps().size());
    assertTrue(generation.playingProperty().get());
  }

  @Test
  void playingEndsAfterTheNumberOfTokensCountedFromItsBeginning() {
    set(2, true, "");

    play("a", "b", "c", "d", "e");
    assertEquals(2, generation.steps().size());
    assertEquals("2 tokens were drawn", generation.noteProperty().get());
    play("a", "b", "c", "d", "e");

    assertEquals(4, generation.steps().size());
  }

  @Test
  void playingEndsAtATextThatSeveralTokensMake() {
    set(0, true, "\n\n");

    play("a\n", "b\n", "\nc", "d");

    assertEquals(3, generation.steps().size());
    assertEquals("“⏎⏎” was reached", generation.noteProperty().get());
  }

  @Test
  void aTextThatWasThereBeforePlayingDoesNotEndIt() {
    set(0, true, "a");
    coming = List.of("a", "b", "c");
    generation.step();

    play("a", "b", "c");

    assertEquals(3, generation.steps().size());
  }

  @Test
  void aSingleStepKnowsNoLimits() {
    set(1, true, "a");
    coming = List.of("a", "a");

    generation.step();
    generation.step();

    assertEquals("", generation.noteProperty().get());
    assertFalse(generation.playingProperty().get());
  }

  @Test
  void theReasonGoesWhenTheStepsChange() {
    play(".");

    generation.steps().clear();

    assertEquals("", generation.noteProperty().get());
  }
}
