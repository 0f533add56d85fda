package kelvin.ui.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kelvin.engine.FakeLanguageModel;
import kelvin.ui.evaluation.form.EvaluationForm;
import kelvin.ui.evaluation.form.Planned;
import kelvin.ui.evaluation.form.PromptChoice;
import kelvin.ui.evaluation.form.SplitChoice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// If these fail, the form asks about other texts than the user chose, says nothing about data that
/// cannot be used, or loses what was measured.
class EvaluationLabTest {

  @TempDir private Path folder = Path.of("");
  private final EvaluationBench bench = new EvaluationBench();
  private final EvaluationForm form = bench.lab.runs().form();

  @BeforeEach
  void openATable() throws IOException {
    var rows = new StringBuilder("note,text,label,part\n");
    for (int i = 0; i < 12; i++) {
      rows.append("n").append(i).append(",ab").append(i).append(i % 3 == 0 ? ",b," : ",c,");
      rows.append(i < 4 ? "train" : "test").append('\n');
    }
    form.open(Files.writeString(folder.resolve("pairs.csv"), rows));
    form.promptProperty().set(new PromptChoice.OfPlayground());
    form.inputColumnProperty().set("text");
    form.labelColumnProperty().set("label");
  }

  private Planned.Ready ready() {
    return assertInstanceOf(Planned.Ready.class, form.plannedProperty().get());
  }

  private String refusal() {
    return assertInstanceOf(Planned.Refused.class, form.plannedProperty().get()).reason();
  }

  private void run() {
    bench.lab.runs().start();
    bench.thread.runAll();
  }

  @Test
  void aTableIsCountedBeforeAnythingRuns() {
    assertTrue(ready().summary().startsWith("12 pairs to test: b 4, c 8."), ready().summary());
    assertEquals(0, bench.model.positionsRun());
  }

  @Test
  void aColumnCanSayWhichPartARowIsIn() {
    form.splitProperty().set(SplitChoice.COLUMN);
    assertEquals("Choose the column whose cells say train or test.", refusal());

    form.splitColumnProperty().set("part");

    assertEquals(8, ready().plan().data().test().size());
    assertEquals(4, ready().plan().data().train().size());
  }

  @Test
  void whatIsTypedWronglyIsSaidAndHeals() {
    form.limitProperty().set("none");
    assertTrue(refusal().startsWith("Items must be a whole number"), refusal());

    form.limitProperty().set("5");
    assertEquals(5, ready().plan().data().test().size());
  }

  @Test
  void aTextOfThePlaygroundMustSayWhereTheInputGoes() {
    bench.compose("no place");
    form.plan();

    assertEquals("The text has no {x} that says where the input goes.", refusal());
  }

  @Test
  void aMissingFileIsSaid() {
    form.open(folder.resolve("gone.csv"));

    assertEquals("There is no such file any more.", refusal());
  }

  @Test
  void noDataIsReadBeforeTheFormIsLookedAt() {
    var unseen = new EvaluationBench().lab.runs();
    assertTrue(unseen.form().rawProperty().get().isEmpty());

    unseen.shownProperty().set(true);

    assertInstanceOf(Planned.Ready.class, unseen.form().plannedProperty().get());
  }

  @Test
  void aPlaygroundThatChangedMeanwhileIsTakenAsItIsNow() {
    bench.compose("{x}!");
    run();

    var runs = bench.lab.runs();
    runs.restorePrompt(runs.runs().getFirst(), 3);
    assertEquals("ab3!", bench.composed().prompt().render());
  }

  @Test
  void everyItemLeadsToItsOwnPrompt() {
    run();
    var runs = bench.lab.runs();
    var shown = runs.runs().getFirst();

    assertEquals(12, shown.evaluation().items().size());
    runs.restorePrompt(shown, 3);
    assertEquals("ab3>", bench.composed().prompt().render());
    assertTrue(runs.restoredProperty().get().contains("line 5"));
  }

  @Test
  void aCancelKeepsWhatWasMeasuredAndMarksIt() {
    var runs = bench.lab.runs();
    runs.progress()
        .shareProperty()
        .subscribe(
            share -> {
              if (share.doubleValue() > 0.3) {
                runs.cancel();
              }
            });
    run();

    var kept = runs.runs().getFirst().evaluation();
    assertTrue(kept.facts().extent().partial());
    assertTrue(kept.items().size() < 12);
    assertFalse(kept.items().isEmpty());
    assertFalse(runs.progress().runningProperty().get());
  }

  @Test
  void aCancelBeforeTheFirstItemLeavesNothingAndSaysSo() {
    bench.lab.runs().start();
    bench.lab.runs().cancel();
    bench.thread.runAll();

    assertTrue(bench.lab.runs().runs().isEmpty());
    assertTrue(bench.lab.runs().problemProperty().get().startsWith("Cancelled"));
  }

  @Test
  void correctionsAreFittedOnTheTrainPart() {
    form.splitProperty().set(SplitChoice.COLUMN);
    form.splitColumnProperty().set("part");
    run();
    bench.lab.corrections().fit();
    bench.thread.runAll();

    assertTrue(bench.lab.corrections().isFitted(), bench.lab.corrections().problemProperty().get());
  }

  @Test
  void nothingIsFittedWithAnotherModelThanTheTestPartWasMeasuredWith() {
    form.splitProperty().set(SplitChoice.COLUMN);
    form.splitColumnProperty().set("part");
    run();
    bench.lab.corrections().show(bench.lab.runs().runs().getFirst());
    bench.open(new FakeLanguageModel().named("another"));

    bench.lab.corrections().fit();
    bench.thread.runAll();

    assertFalse(bench.lab.corrections().isFitted());
    assertEquals(
        "This was measured with fake, and another model is open now. Open fake and fit again.",
        bench.lab.corrections().problemProperty().get());
  }

  @Test
  void aFailureIsStillToldWhenTheUserLookedAtAnotherRunMeanwhile() {
    form.splitProperty().set(SplitChoice.COLUMN);
    form.splitColumnProperty().set("part");
    run();
    run();
    var other = bench.lab.runs().runs().getLast();
    var asked = bench.lab.runs().selectedProperty().get();
    bench.open(new FakeLanguageModel().named("another"));

    bench.lab.corrections().fit();
    bench.lab.variants().begin();
    bench.lab.runs().selectedProperty().set(other);
    bench.thread.runAll();

    assertEquals("", bench.lab.corrections().problemProperty().get());
    assertEquals("", bench.lab.variants().problemProperty().get());
    bench.lab.runs().selectedProperty().set(asked);
    assertTrue(bench.lab.corrections().problemProperty().get().contains("fit again"));
    assertTrue(bench.lab.variants().problemProperty().get().contains("start again"));
  }

  @Test
  void theVariantsOfATextAreTheSixNormalisations() {
    run();
    bench.lab.variants().begin();
    bench.thread.runAll();

    assertEquals(6, bench.lab.variants().measured());
  }

  @Test
  void aFitAndVariantsGoOnWhileAnotherEvaluationIsSelected() {
    form.splitProperty().set(SplitChoice.COLUMN);
    form.splitColumnProperty().set("part");
    run();
    var fitted = bench.lab.runs().runs().getFirst();
    bench.lab.corrections().fit();
    bench.lab.variants().begin();

    run();
    assertFalse(bench.lab.corrections().isFitted());
    assertEquals(0, bench.lab.variants().measured());

    bench.lab.runs().selectedProperty().set(fitted);
    assertTrue(bench.lab.corrections().isFitted());
    assertEquals(6, bench.lab.variants().measured());
  }

  @Test
  void aRemovedRunCanBeBroughtBack() {
    run();
    var runs = bench.lab.runs();
    var removed = runs.runs().getFirst();

    runs.list().remove(removed);
    assertTrue(runs.runs().isEmpty());

    runs.list().bringBack();
    assertEquals(removed, runs.selectedProperty().get());
  }
}
