package kelvin.ui.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kelvin.display.InformationUnit;
import kelvin.engine.SlicedWork;
import kelvin.engine.label.Normalization;
import kelvin.inference.Cancellation;
import kelvin.inference.StartToken;
import kelvin.prompt.FreePrompt;
import kelvin.prompt.Trial;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The model is asked about the latest labels only, and only their answers are shown.
class LabelsViewModelTest {

  private final List<SlicedWork> begun = new ArrayList<>();
  private final List<Runnable> arriving = new ArrayList<>();
  private final LabelsViewModel labels = new LabelsViewModel(arriving::add);

  @BeforeEach
  void connect() {
    labels.setOnWork(begun::add);
  }

  private static Trial trial(String text, String... labels) {
    return new Trial(new FreePrompt(text), List.of(labels), Optional.empty(), false);
  }

  /// Runs work to its end; its answers wait for `deliver`.
  private static void run(SlicedWork work) {
    var model = LabelAnswers.model();
    while (!work.isCancelled() && work.runSlice(model, new Cancellation())) {
      // The next slice follows.
    }
  }

  private void deliver() {
    List.copyOf(arriving).forEach(Runnable::run);
    arriving.clear();
  }

  private void answer() {
    run(begun.getLast());
    deliver();
  }

  private ShownLabels shown() {
    return Objects.requireNonNull(labels.onShowProperty().get());
  }

  @Test
  void theAnswerToAnEarlierPromptIsNotShown() {
    var first = trial("Once", "yes", "no");
    var second = trial("Twice", "yes", "no");
    labels.ask(first, StartToken.AUTO);
    run(begun.getFirst());

    labels.ask(second, StartToken.AUTO);
    deliver();

    assertNull(labels.onShowProperty().get());
    assertTrue(labels.staleProperty().get());
    answer();
    assertEquals(LabelAnswers.scores(second), shown().own());
    assertFalse(labels.staleProperty().get());
  }

  @Test
  void aNewQuestionCancelsTheEarlierOne() {
    labels.ask(trial("Once", "yes", "no"), StartToken.AUTO);
    labels.ask(trial("Twice", "yes", "no"), StartToken.AUTO);

    assertEquals(List.of(true, false), begun.stream().map(SlicedWork::isCancelled).toList());
  }

  @Test
  void theSameQuestionIsAskedOnce() {
    labels.ask(trial("Once", "yes", "no"), StartToken.AUTO);
    labels.ask(trial("Once", "yes", "no"), StartToken.AUTO);

    assertEquals(1, begun.size());
  }

  @Test
  void theEarlierAnswerStaysOnShowAsStaleMeanwhile() {
    var first = trial("Once", "yes", "no");
    labels.ask(first, StartToken.AUTO);
    answer();

    labels.ask(trial("Twice", "yes", "no"), StartToken.AUTO);

    assertEquals(LabelAnswers.scores(first), shown().own());
    assertTrue(labels.staleProperty().get());
  }

  @Test
  void withoutLabelsNothingIsAskedOrShown() {
    labels.ask(trial("Once", "yes", "no"), StartToken.AUTO);
    answer();

    labels.ask(trial("Once"), StartToken.AUTO);

    assertEquals(1, begun.size());
    assertNull(labels.onShowProperty().get());
    assertFalse(labels.presentProperty().get());
    assertFalse(labels.staleProperty().get());
  }

  @Test
  void aNormalisationThatNeedsNoInputsWithoutContentAsksNothing() {
    labels.ask(trial("Once", "yes", "no"), StartToken.AUTO);
    answer();

    for (var each : Normalization.ALL) {
      if (!each.needsContentFree()) {
        labels.normalizationProperty().set(each);
        assertTrue(labels.choice(each).isPresent(), each.toString());
      }
    }

    assertEquals(1, begun.size());
  }

  @Test
  void whatIsKnownStaysWhileInputsWithoutContentAreAskedAbout() {
    labels.ask(trial("Once", "yes", "no"), StartToken.AUTO);
    answer();

    labels.normalizationProperty().set(Normalization.CONTEXTUAL);

    assertEquals(2, begun.size());
    assertFalse(labels.staleProperty().get());
    assertTrue(labels.choice(Normalization.NONE).isPresent());
    assertTrue(labels.choice(Normalization.CONTEXTUAL).isEmpty());
    answer();
    assertTrue(labels.choice(Normalization.CONTEXTUAL).isPresent());

    labels.normalizationProperty().set(Normalization.NONE);
    labels.normalizationProperty().set(Normalization.CONTEXTUAL);

    assertEquals(2, begun.size());
  }

  @Test
  void theDecisionFollowsTheNormalisationAndTheUnit() {
    labels.ask(trial("Once", "yes", "no"), StartToken.AUTO);
    assertTrue(labels.decision().isEmpty());
    answer();

    labels.unitProperty().set(InformationUnit.NATS);
    var plain = labels.decision().orElseThrow();
    labels.unitProperty().set(InformationUnit.BITS);
    labels.normalizationProperty().set(Normalization.TOKENS);
    var byToken = labels.decision().orElseThrow();

    assertTrue(plain.change().endsWith(" nats behind"), plain.change());
    assertTrue(byToken.change().endsWith(" bits per token behind"), byToken.change());
    assertTrue(plain.sentence().contains("1 − H/ln n 0."), plain.sentence());
    assertEquals(
        labels.choice(Normalization.TOKENS).orElseThrow().chosen(), byToken.decision().choice());
  }

  @Test
  void theLabelsAreCopiedWithTheDecision() {
    var menu = new LabelsMenu(labels);
    labels.ask(trial("Once", "yes", "no"), StartToken.AUTO);
    assertEquals("", menu.text());

    answer();

    assertTrue(menu.text().startsWith("label\tshare\t"), menu.text());
    assertTrue(menu.text().contains("\nyes\t"), menu.text());
    assertTrue(
        menu.text().endsWith(labels.decision().orElseThrow().sentence() + "\n"), menu.text());
  }

  @Test
  void anInputWithoutContentThatIsRefusedLeavesTheLabelsThemselves() {
    var asked = trial("Once", "yes", "no");
    labels.normalizationProperty().set(Normalization.CONTEXTUAL);
    labels.ask(asked, StartToken.AUTO);

    begun.getLast().fail("The prompt is too long.");
    deliver();
    answer();

    assertEquals(LabelAnswers.scores(asked), shown().own());
    assertTrue(labels.choice(Normalization.NONE).isPresent());
    assertEquals("The prompt is too long.", labels.problemProperty().get());
  }
}
