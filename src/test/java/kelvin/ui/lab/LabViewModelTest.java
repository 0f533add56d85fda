package kelvin.ui.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.FakeTokenizer;
import kelvin.engine.SlicedWork;
import kelvin.engine.label.LabelScorer;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.LoadedModel;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.sweep.SweepKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabViewModelTest {

  private final LabBench bench = new LabBench();
  private final LabViewModel lab = bench.lab;

  @Test
  void anOrderSweepHasEveryOrderOfTheExamples() {
    var result = bench.run(SweepKind.ORDER);

    assertEquals("Order sweep – d", result.title());
    var orders =
        result.result().outcomes().stream().map(outcome -> outcome.variant().order()).toList();
    assertEquals(6, orders.size());
    assertEquals(6, orders.stream().distinct().count());
    assertFalse(lab.runningProperty().get());
  }

  @Test
  void itsNumbersAreThoseOfEachPromptAlone() {
    var result = bench.run(SweepKind.ORDER).result();

    var alone =
        new LabelScorer(new LoadedModel(new FakeLanguageModel(), FakeTokenizer.withStartToken()));
    for (var outcome : result.outcomes()) {
      var trial = outcome.variant().trial();
      var question =
          new kelvin.engine.label.LabelQuestion(
              trial.prompt().render(), trial.continuations(), bench.playground.startToken());
      var scores = alone.score(question, new Cancellation());
      assertEquals(scores.logProbabilities(), outcome.logProbabilities());
    }
  }

  @Test
  void everyKindOfSweepEndsWithAPictureOfItsPoints() {
    for (var kind : SweepKind.ALL) {
      var result = bench.run(kind);

      var picture = SweepPicture.of(result.result(), LabBench.SHARES);

      assertEquals(kind, result.result().kind());
      assertFalse(picture.variants().isEmpty(), kind.label());
      assertFalse(picture.sentences().isEmpty(), kind.label());
    }
    assertEquals(SweepKind.ALL.size(), lab.results().size());
  }

  @Test
  void theCostIsKnownBeforeAnythingIsRun() {
    lab.form().kindProperty().set(SweepKind.ORDER);
    bench.thread.runAll();

    var text = lab.estimate().textProperty().get();

    assertTrue(text.matches("6 prompts, \\d+ tokens to run \\(\\d+ without sharing\\).*"), text);
    assertTrue(lab.estimate().possibleProperty().get());
    assertTrue(lab.results().isEmpty());
  }

  @Test
  void theFormDoesNotWaitUntilThePromptsAreComposed() {
    lab.form().kindProperty().set(SweepKind.ORDER);

    assertEquals("Counting prompts …", lab.estimate().textProperty().get());
    assertTrue(lab.estimate().possibleProperty().get());
    bench.thread.runAll();
    assertTrue(lab.estimate().textProperty().get().startsWith("6 prompts, "));
  }

  @Test
  void anEstimateThatIsCancelledWhileItCountsKnowsNothing() {
    var begun = new ArrayList<SlicedWork>();
    var other = new LabViewModel(bench.playground, begun::add, Runnable::run, () -> Instant.EPOCH);
    other.form().answerProperty().set("p");
    other.shownProperty().set(true);
    var loaded = new LoadedModel(new FakeLanguageModel(), FakeTokenizer.withStartToken());
    var pause = new Cancellation();
    pause.cancel();

    assertThrows(CancelledException.class, () -> begun.getLast().runSlice(loaded, pause));

    assertEquals("Counting prompts …", other.estimate().textProperty().get());
    assertTrue(begun.getLast().runSlice(loaded, new Cancellation()));
    assertEquals("44 prompts …", other.estimate().textProperty().get());
  }

  @Test
  void nothingIsEstimatedWhileTheLabIsNotLookedAt() {
    lab.shownProperty().set(false);
    int before = bench.model.runs();

    lab.form().kindProperty().set(SweepKind.ORDER);
    bench.thread.runAll();

    assertEquals(before, bench.model.runs());
  }

  @Test
  void aCancelledSweepLeavesNothingBehind() {
    bench.run(SweepKind.LEAVE_ONE_OUT);
    lab.form().kindProperty().set(SweepKind.ORDER);
    bench.thread.runAll();
    bench.model.beforeRow(_ -> lab.cancel());

    lab.start();
    assertTrue(lab.runningProperty().get());
    bench.thread.runAll();

    assertFalse(lab.runningProperty().get());
    assertEquals(1, lab.results().size());
    assertEquals("", lab.problemProperty().get());
  }

  @Test
  void aSweepThatOutgrowsTheContextIsRefusedBeforeItRuns() {
    var prompt = bench.playground.prompt();
    bench.playground.compose(prompt.withInput("d".repeat(FakeLanguageModel.CONTEXT_LENGTH)));

    lab.form().kindProperty().set(SweepKind.ORDER);
    bench.thread.runAll();

    assertFalse(lab.estimate().possibleProperty().get());
    assertTrue(
        lab.estimate().textProperty().get().contains("64"), lab.estimate().textProperty().get());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "shots | 0, 4  | Shots must be a whole number from 0 to 3, was “4”.",
        "shots | 1, 1  | Shots: 1 stands there twice.",
        "shots | many  | Shots must be a whole number from 0 to 3, was “many”.",
        "draws | -1    | Shuffles must be a whole number from 0 to 1000, was “-1”.",
        "seed  | x     | Seed must be a whole number.",
        "labels| p, p  | The label “p” stands there twice: leave one out.",
      })
  void whatMakesNoSenseIsSaidAndNotRun(String field, String typed, String sentence) {
    var form = lab.form();
    switch (field) {
      case "shots" -> form.shotsProperty().set(typed);
      case "draws" -> form.drawsProperty().set(typed);
      case "seed" -> form.seedProperty().set(typed);
      default -> form.labelsProperty().set(typed);
    }

    lab.start();

    assertEquals(sentence, lab.problemProperty().get());
    assertEquals(sentence, lab.estimate().textProperty().get());
    assertFalse(lab.runningProperty().get());
  }

  @Test
  void aPointsPromptIsComposedInThePlayground() {
    var picture = SweepPicture.of(bench.run(SweepKind.ORDER).result(), LabBench.SHARES);
    var worst = picture.variants().getLast();

    lab.restorePrompt(worst);

    assertEquals(List.of(worst.trial()), bench.playground.restored());
    var restored = (FewShotPrompt) bench.playground.restored().getFirst().prompt();
    assertEquals(
        worst.order().stream().map(bench.playground.prompt().examples()::get).toList(),
        restored.shown());
    assertTrue(lab.restoredProperty().get().contains(worst.name()));
  }

  @Test
  void resultsAreSortedByTimeNameAndKind() {
    var first = bench.run(SweepKind.ORDER);
    var second = bench.run(SweepKind.LEAVE_ONE_OUT);
    lab.rename("A name");
    var renamed = new LabResult("A name", second.result());
    var third = bench.run(SweepKind.SHOTS);

    assertEquals(List.of(third, renamed, first), List.copyOf(lab.results()));
    lab.orderProperty().set(ResultOrder.NAME);
    assertEquals(List.of(renamed, first, third), List.copyOf(lab.results()));
    lab.orderProperty().set(ResultOrder.KIND);
    assertEquals(List.of(renamed, first, third), List.copyOf(lab.results()));
    assertEquals(third, lab.selectedProperty().get());
  }

  @Test
  void whatWasRemovedLastCanBeBroughtBack() {
    var first = bench.run(SweepKind.ORDER);
    var second = bench.run(SweepKind.SHOTS);

    lab.list().remove(second);
    assertEquals(List.of(first), List.copyOf(lab.results()));
    assertEquals(first, lab.selectedProperty().get());
    lab.list().bringBack();

    assertEquals(List.of(second, first), List.copyOf(lab.results()));
    assertEquals(Optional.empty(), lab.list().removedProperty().get());
  }

  @Test
  void aTaskIsProposedWhileThePlaygroundShowsNoExamples() {
    bench.playground.showFewShot(false);

    lab.shownProperty().set(false);
    lab.shownProperty().set(true);
    assertEquals("Sums with a made-up sign", lab.form().subjectProperty().get().name());
    assertEquals("", lab.problemProperty().get());

    bench.playground.showFewShot(true);
    lab.shownProperty().set(false);
    lab.shownProperty().set(true);
    assertEquals(Subject.PLAYGROUND, lab.form().subjectProperty().get());
  }

  @Test
  void anotherSessionReplacesTheSweepsAndStopsTheOneThatRuns() {
    var first = bench.run(SweepKind.ORDER);
    lab.start();

    lab.restore(List.of());
    bench.thread.runAll();

    assertTrue(lab.results().isEmpty());
    assertNull(lab.selectedProperty().get());
    assertFalse(lab.runningProperty().get());
    lab.restore(List.of(first));
    assertEquals(first, lab.selectedProperty().get());
  }
}
