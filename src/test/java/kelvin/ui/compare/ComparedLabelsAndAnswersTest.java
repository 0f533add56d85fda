package kelvin.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import kelvin.display.Compared;
import kelvin.engine.FakeInferenceThread;
import kelvin.engine.FakeLanguageModel;
import kelvin.prompt.FreePrompt;
import kelvin.prompt.Trial;
import kelvin.ui.plot.pair.PairBar;
import org.junit.jupiter.api.Test;

/// If these fail, labels or answers of two prompts are compared with wrong numbers.
class ComparedLabelsAndAnswersTest {

  private final CompareBench bench = new CompareBench();
  private final FakeLanguageModel model = bench.model;
  private final FakeInferenceThread thread = bench.thread;
  private final FakePlayground playground = bench.playground;
  private final CompareViewModel compare = bench.compare;
  private final SideViewModel a = compare.a();
  private final SideViewModel b = compare.b();

  @Test
  void theLabelsOfThePlaygroundAreScoredAfterBothPrompts() {
    playground.setTrial(
        new Trial(new FreePrompt("ab"), List.of("c", "d"), Optional.of("d"), false));
    b.textProperty().set("xy");

    compare.comparedProperty().set(Compared.LABELS);
    thread.runAll();

    double p = CompareBench.softmax(model.logitsAfter('a', 'b'))['c'];
    double q = CompareBench.softmax(model.logitsAfter('x', 'y'))['c'];
    assertEquals(p, a.labels().onShowProperty().get().own().labels().get(0).probability(), 1e-9);
    assertEquals(q, b.labels().onShowProperty().get().own().labels().get(0).probability(), 1e-9);
  }

  @Test
  void everyAnswerHasItsProbabilityOnBothSides() {
    playground.answers().budgetProperty().set(3);
    b.textProperty().set("xy");

    compare.comparedProperty().set(Compared.ANSWERS);
    thread.runAll();

    var rows = compare.pairedAnswers().rowsProperty().get();
    assertFalse(rows.isEmpty());
    for (var row : rows) {
      assertTrue(row.a() >= 0 && row.b() >= 0, row.toString());
    }
    double p = CompareBench.softmax(model.logitsAfter('a', 'b'))['\n'];
    double q = CompareBench.softmax(model.logitsAfter('x', 'y'))['\n'];
    var nothing = rows.stream().filter(row -> row.text().equals("∅")).findFirst().orElseThrow();
    // Other tokens end an answer, too.
    assertTrue(nothing.a() >= p - 1e-9, nothing.toString());
    assertTrue(nothing.b() >= q - 1e-9, nothing.toString());
  }

  @Test
  void theSameAnswersDifferInNothing() {
    playground.answers().budgetProperty().set(3);
    compare.takePrompt(b);

    compare.comparedProperty().set(Compared.ANSWERS);
    thread.runAll();

    var rows = compare.pairedAnswers().rowsProperty().get();
    assertFalse(rows.isEmpty());
    assertTrue(rows.stream().allMatch(row -> row.isSame()), rows.toString());
  }

  @Test
  void labelsNamedWhileAnswersAreShownAreMarkedAtOnceWithoutASearch() {
    playground.answers().budgetProperty().set(3);
    compare.comparedProperty().set(Compared.ANSWERS);
    thread.runAll();
    var answers = a.answers().onShowProperty().get().answers();
    assertEquals(List.of(), marked());

    playground.setTrial(new Trial(new FreePrompt("ab"), List.of(""), Optional.empty(), false));

    assertEquals(List.of("∅"), marked());
    assertSame(answers, a.answers().onShowProperty().get().answers());
    assertFalse(a.answers().staleProperty().get());
  }

  private List<String> marked() {
    return compare.pairedAnswers().rowsProperty().get().stream()
        .filter(row -> row.kind() == PairBar.Kind.LABEL)
        .map(PairBar::text)
        .toList();
  }

  @Test
  void theLabelsOfAModelThatIsClosedAreRemoved() {
    playground.setTrial(
        new Trial(new FreePrompt("ab"), List.of("c", "d"), Optional.of("d"), false));
    compare.comparedProperty().set(Compared.LABELS);
    thread.runAll();
    assertNotNull(a.labels().onShowProperty().get());

    compare.forget();

    assertNull(a.labels().onShowProperty().get());
  }
}
