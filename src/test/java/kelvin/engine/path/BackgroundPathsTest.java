package kelvin.engine.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kelvin.distribution.Distribution;
import kelvin.distribution.Divergence;
import kelvin.distribution.DrawMode;
import kelvin.distribution.Logits;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.Temperature;
import kelvin.engine.CancellableWork;
import kelvin.engine.GeneratedStep;
import kelvin.engine.Generation;
import kelvin.engine.Generation.Settings;
import kelvin.engine.SlicedWork;
import kelvin.engine.answer.ToyAnswers;
import kelvin.engine.expansion.Expanded;
import kelvin.engine.expansion.ExpansionLimits;
import kelvin.engine.expansion.ExpansionSearch;
import kelvin.engine.expansion.ExpansionWork;
import kelvin.engine.expansion.Prefix;
import kelvin.engine.replay.ReplayWork;
import kelvin.engine.replay.ReplayWork.Drawn;
import kelvin.engine.sample.SampleQuestion;
import kelvin.engine.sample.SampleSearch;
import kelvin.engine.sample.SampleWork;
import kelvin.engine.sample.Samples;
import kelvin.engine.spelling.SpellingSearch;
import kelvin.engine.spelling.SpellingWork;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.StartToken;
import org.junit.jupiter.api.Test;

/// If these fail, the window finds other continuations, samples or probabilities than the command
/// line, or loses some because the user typed meanwhile.
final class BackgroundPathsTest {

  private static final PathStart START = new PathStart("", StartToken.AUTO, ToyAnswers.CONTEXT);

  private final ToyAnswers toy = new ToyAnswers("a", "b", "ab", "c");

  private static void never(String reason) {
    throw new AssertionError(reason);
  }

  /// Runs all slices; each second one is interrupted first, as typing does.
  private void runInterrupted(SlicedWork work) {
    boolean more = true;
    for (int slice = 0; more; slice++) {
      if (slice % 2 == 1) {
        interrupt(work);
      }
      more = work.runSlice(toy.loaded(), new Cancellation());
    }
  }

  private void interrupt(SlicedWork work) {
    var pause = new Cancellation();
    pause.cancel();
    try {
      work.runSlice(toy.loaded(), pause);
    } catch (CancelledException _) {
      // The slice runs again.
    }
  }

  @Test
  void anExpansionIsThatOfTheCommandLine() {
    var limits = new ExpansionLimits(3, 1, 40).withBeam(3);
    var told = new ArrayList<Expanded>();

    runInterrupted(new ExpansionWork(START, limits, 10_000, told::add, BackgroundPathsTest::never));

    var expected =
        ExpansionSearch.run(toy.loaded(), ToyAnswers.CONTEXT, limits, new Cancellation());
    var last = told.getLast();
    assertEquals(expected.covered(), last.covered());
    assertEquals(expected.unexplored(), last.unexplored());
    assertEquals(expected.runs(), last.runs());
    assertEquals(expected.end(), last.end().orElseThrow());
    assertEquals(expected.beam(), last.beam());
    var leaves = last.prefixes().stream().filter(each -> each.leaf()).toList();
    assertEquals(expected.count(), leaves.size());
    for (int i = 0; i < leaves.size(); i++) {
      assertEquals(expected.leaves().get(i).logProbability(), leaves.get(i).logProbability());
    }
    assertEquals(expected.leaves().getFirst().ids(), idsTo(last, leaves.getFirst()));
  }

  private static List<Integer> idsTo(Expanded expanded, Prefix leaf) {
    var ids = new ArrayList<Integer>();
    for (int at = expanded.prefixes().indexOf(leaf);
        at >= 0;
        at = expanded.prefixes().get(at).parent()) {
      ids.addFirst(expanded.prefixes().get(at).id());
    }
    return ids;
  }

  @Test
  void samplesAreThoseOfTheCommandLine() {
    var settings = new Settings(SamplerChain.of(new Temperature(1.4)), DrawMode.GUMBEL, 7, 4);
    var told = new ArrayList<Samples>();
    var progress = new AtomicInteger();

    runInterrupted(
        new SampleWork(START, settings, 30, progress::set, told::add, BackgroundPathsTest::never));

    assertEquals(
        List.of(
            SampleSearch.run(
                toy.loaded(),
                new SampleQuestion(ToyAnswers.CONTEXT, settings, 30),
                new Cancellation())),
        told);
    assertTrue(progress.get() > 0 && progress.get() <= 30);
  }

  @Test
  void theProbabilityOfATextIsThatOfTheCommandLine() {
    var told = new ArrayList<SpellingWork.Found>();

    runInterrupted(new SpellingWork(START, "abc", 200, told::add, BackgroundPathsTest::never));

    assertEquals(
        SpellingSearch.run(toy.loaded(), ToyAnswers.CONTEXT, "abc", 200, new Cancellation()),
        told.getLast().spellings());
    assertTrue(told.getLast().isOver());
  }

  @Test
  void aReplayDrawsWhatAGenerationDraws() {
    var settings = new Settings(SamplerChain.of(new Temperature(2)), DrawMode.INVERSE_CDF, 3, 12);
    var told = new ArrayList<Drawn>();

    runInterrupted(
        new ReplayWork(START, settings, List.of(4, 3), told::add, BackgroundPathsTest::never));

    var expected = new ArrayList<GeneratedStep>();
    new Generation(toy.model(), settings)
        .run(
            new int[] {1, 2},
            List.of(4, 3),
            moment -> expected.add(moment.step()),
            new Cancellation());
    assertEquals(expected, told.stream().map(Drawn::step).toList());
    assertEquals(List.of(true, true, false), told.stream().limit(3).map(Drawn::kept).toList());
    assertTrue(told.getLast().isLast());
    assertEquals(
        Math.log(expected.getFirst().probability()), told.getFirst().own().logProbability(), 1e-12);
  }

  @Test
  void alignedPathsHaveTheDivergenceOfTheirDistributions() {
    var first = new ArrayList<>(List.of(1, 2, 3));
    var second = new ArrayList<>(List.of(1, 2, 4));
    for (int i = 0; i < 40; i++) {
      first.add(1 + i % 4);
      second.add(1 + (i + 1) % 3);
    }
    var told = new ArrayList<Alignment>();

    runInterrupted(
        new AlignmentWork(start(first), start(second), told::add, BackgroundPathsTest::never));

    var last = told.getLast();
    // The context counts, because this tokenizer has no prompt.
    assertEquals(4, last.common());
    assertEquals(41, last.steps().size());
    for (var step : last.steps()) {
      int number = step.number() - ToyAnswers.CONTEXT.size();
      var expected =
          Divergence.between(after(first.subList(0, number)), after(second.subList(0, number)));
      assertEquals(expected.kl(), step.kl());
      assertEquals(expected.reverseKl(), step.reverseKl());
      assertEquals(expected.totalVariation(), step.totalVariation());
    }
  }

  private static PathStart start(List<Integer> path) {
    var ids = new ArrayList<>(ToyAnswers.CONTEXT);
    ids.addAll(path);
    return new PathStart("", StartToken.AUTO, ids);
  }

  private Distribution after(List<Integer> path) {
    var ids = start(path).tokens().stream().mapToInt(Integer::intValue).toArray();
    return Distribution.of(Logits.owning(toy.model().logitsAfter(ids)), 1);
  }

  @Test
  void aCancelledWorkTellsNothingMore() {
    var told = new ArrayList<Object>();
    CancellableWork work =
        new ExpansionWork(
            START, new ExpansionLimits(3, 1, 40), 10, told::add, BackgroundPathsTest::never);

    work.runSlice(toy.loaded(), new Cancellation());
    work.cancel();

    assertThrows(CancelledException.class, () -> work.runSlice(toy.loaded(), new Cancellation()));
    work.fail("another model was opened");
    assertEquals(List.of(), told);
  }
}
