package kelvin.ui.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import kelvin.distribution.ChainEvaluator;
import kelvin.distribution.Distribution;
import kelvin.distribution.Divergence;
import kelvin.distribution.Logits;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.Temperature;
import kelvin.distribution.TopP;
import kelvin.text.Vocabulary;
import kelvin.ui.plot.Mark;
import kelvin.ui.plot.bars.BarColumn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Selects, finds and pins tokens of a known distribution.
class DistributionViewModelTest {

  private static final Logits LOGITS = Logits.owning(new float[] {0.5f, 2, 1, -1});

  private final Vocabulary vocabulary = Words.of(" girl", " boy", "Girl", "12");
  private final DistributionViewModel viewModel =
      new DistributionViewModel(Runnable::run, Runnable::run, Runnable::run);

  @BeforeEach
  void show() {
    viewModel.setVocabulary(vocabulary);
    show(LOGITS, 0.5, 1);
  }

  // Details of a token

  @Test
  void withoutASelectionTheFirstTokenIsDescribed() {
    var detail = viewModel.bars().detailProperty().get().orElseThrow();

    assertEquals("␣boy", detail.text());
    assertEquals("kept", detail.fate());
  }

  @Test
  void aSelectedTokenIsDescribedWithItsNumbers() {
    viewModel.bars().selectedRankProperty().set(3);

    var detail = viewModel.bars().detailProperty().get().orElseThrow();

    var scaled = Distribution.of(LOGITS, 0.5);
    assertEquals("␣girl", detail.text());
    assertEquals(
        List.of(
            "rank",
            "id",
            "logit",
            "model %",
            "at τ %",
            "cumul. %",
            "final %",
            "surprisal",
            "bytes"),
        detail.facts().stream().map(TokenDetail.Fact::name).toList());
    assertEquals("0", detail.facts().get(1).value());
    assertEquals("0.50", detail.facts().get(2).value());
    assertEquals(
        String.format(Locale.ROOT, "%.2f bits", -scaled.logProbability(3) / Math.log(2)),
        detail.facts().get(7).value());
    assertEquals("20 67 69 72 6C", detail.facts().get(8).value());
  }

  @Test
  void theMouseGoesBeforeTheSelection() {
    viewModel.bars().selectedRankProperty().set(3);
    viewModel.bars().hoveredRankProperty().set(2);

    assertEquals("Girl", viewModel.bars().detailProperty().get().orElseThrow().text());
  }

  @Test
  void aRemovedTokenSaysByHowMuchItFellShort() {
    show(LOGITS, 1, 0.5);
    viewModel.bars().selectedRankProperty().set(3);

    var detail = viewModel.bars().detailProperty().get().orElseThrow();

    assertEquals(
        "removed by top-p: outside the top 50.0 % of the mass (83.4 % lies above it).",
        detail.fate());
  }

  @Test
  void otherLogitsTakeTheSelectionAway() {
    viewModel.bars().selectedRankProperty().set(3);

    show(LOGITS, 2, 1);
    assertEquals(3, viewModel.bars().selectedRankProperty().get());
    show(Logits.owning(new float[] {1, 2, 3, 4}), 2, 1);

    assertEquals(0, viewModel.bars().selectedRankProperty().get());
  }

  @Test
  void columnsAreShownAndPutAway() {
    viewModel.bars().show(BarColumn.FINAL, true);
    viewModel.bars().show(BarColumn.LOGIT, false);

    assertEquals(
        Set.of(
            BarColumn.RANK,
            BarColumn.TOKEN,
            BarColumn.SCALED,
            BarColumn.CUMULATIVE,
            BarColumn.FINAL),
        viewModel.bars().columnsProperty().get());
  }

  // Searching

  @Test
  void typingGoesToTheFirstMatchAndEnterToTheNext() {
    var find = viewModel.find();
    find.openProperty().set(true);

    find.textProperty().set("girl");
    assertEquals("1 of 2", find.resultProperty().get());
    assertEquals(2, viewModel.bars().selectedRankProperty().get());

    find.next();
    assertEquals("2 of 2", find.resultProperty().get());
    assertEquals(3, viewModel.bars().selectedRankProperty().get());

    find.next();
    assertEquals(2, viewModel.bars().selectedRankProperty().get());
    find.previous();
    assertEquals(3, viewModel.bars().selectedRankProperty().get());
  }

  @Test
  void aCapitalFindsItselfOnly() {
    viewModel.find().openProperty().set(true);

    viewModel.find().textProperty().set("Gi");

    assertEquals("1 of 1", viewModel.find().resultProperty().get());
  }

  @Test
  void whiteSpaceIsFoundTypedOrVisible() {
    var find = viewModel.find();
    find.openProperty().set(true);

    find.textProperty().set(" b");
    assertEquals("1 of 1", find.resultProperty().get());
    find.textProperty().set("␣b");
    assertEquals("1 of 1", find.resultProperty().get());
  }

  @Test
  void anIdIsFoundAsWellAsItsText() {
    var find = viewModel.find();
    find.openProperty().set(true);

    find.textProperty().set("1");
    assertEquals("1 of 2", find.resultProperty().get());
    find.textProperty().set("#3");
    assertEquals(4, viewModel.bars().selectedRankProperty().get());
  }

  @Test
  void whatIsNowhereIsSaidToBeNowhere() {
    viewModel.find().openProperty().set(true);

    viewModel.find().textProperty().set("zebra");

    assertEquals("none", viewModel.find().resultProperty().get());
    assertEquals(0, viewModel.bars().selectedRankProperty().get());
  }

  @Test
  void aRankIsGoneToAndAnImpossibleOneRefused() {
    viewModel.find().goToRank("4");
    assertEquals(4, viewModel.bars().selectedRankProperty().get());

    viewModel.find().goToRank("5");
    assertEquals("Ranks go from 1 to 4.", viewModel.find().problemProperty().get());
    assertEquals(4, viewModel.bars().selectedRankProperty().get());
  }

  // Pinning

  @Test
  void aPinnedDistributionStaysWhileTheLiveOneMoves() {
    viewModel.headingProperty().set("after “a”");
    viewModel.positionProperty().set(7);
    viewModel.pin();

    show(LOGITS, 2, 1);

    var ghost = Objects.requireNonNull(viewModel.pinned().ghostProperty().get());
    assertEquals("after “a”, position 7, τ 0.5", ghost.label());
    assertEquals(Distribution.of(LOGITS, 0.5).probability(1), ghost.scaled().probability(1));
  }

  @Test
  void theDifferenceIsThatOfTheTwoDistributions() {
    viewModel.plots().showOnly(Plot.DIFFERENCE);
    viewModel.pin();
    var other = Logits.owning(new float[] {2, 0.5f, 1, -1});

    show(other, 1, 1);

    var before = Distribution.of(LOGITS, 0.5);
    var after = Distribution.of(other, 1);
    var difference = Objects.requireNonNull(viewModel.pinned().differenceProperty().get());
    assertEquals(Divergence.between(before, after), difference.divergence());
    assertEquals(0, difference.shifts().gained().getFirst().tokenId());
    assertEquals(1, difference.shifts().lost().getFirst().tokenId());
    assertEquals(
        after.probability(1) - before.probability(3),
        difference.shifts().gained().getFirst().change(),
        1e-15);
  }

  @Test
  void aDragWaitsForNoDifferenceAndTheLatestIsWorkedOutNext() {
    var background = new ArrayDeque<Runnable>();
    var pinned = new PinViewModel(background::add, Runnable::run);
    pinned.setVocabulary(vocabulary);
    pinned.activeProperty().set(true);
    pinned.show(Distribution.of(LOGITS, 1));
    pinned.pin("here");
    for (int step = 1; step <= 100; step++) {
      pinned.show(Distribution.of(LOGITS, 1 + 0.01 * step));
    }

    assertEquals(1, background.size());
    background.remove().run();

    var difference = Objects.requireNonNull(pinned.differenceProperty().get());
    assertEquals(2, difference.live().temperature(), 1e-12);
    assertTrue(background.isEmpty());
  }

  @Test
  void anotherVocabularyIsNotComparedAndSaidSo() {
    viewModel.pin();

    viewModel.setVocabulary(Words.of("a", "b"));
    show(Logits.owning(new float[] {1, 2}), 1, 1);

    assertNull(viewModel.pinned().ghostProperty().get());
    assertNotNull(viewModel.pinned().pinnedProperty().get());
    assertEquals(
        "The pinned distribution is over another vocabulary (4 tokens, this model has 2)."
            + " Open its model again, or unpin it.",
        viewModel.pinned().messageProperty().get());

    viewModel.setVocabulary(Words.of(" girl", " boy", "Girl", "12"));
    show(LOGITS, 1, 1);
    assertNotNull(viewModel.pinned().ghostProperty().get());
  }

  @Test
  void unpinningTakesTheGhostAway() {
    viewModel.pin();

    viewModel.pinned().unpin();

    assertNull(viewModel.pinned().ghostProperty().get());
    assertTrue(viewModel.pinned().messageProperty().get().startsWith("Pin a distribution"));
  }

  // Plots

  @Test
  void plotsStandAloneOrSideBySideAndTheLastOneStays() {
    var plots = viewModel.plots();

    plots.showOnly(Plot.FILM);
    assertEquals(Set.of(Plot.FILM), plots.shownProperty().get());
    assertTrue(viewModel.film().activeProperty().get());

    plots.show(Plot.CURVE, true);
    assertEquals(Set.of(Plot.CURVE, Plot.FILM), plots.shownProperty().get());

    plots.show(Plot.FILM, false);
    plots.show(Plot.CURVE, false);
    assertEquals(Set.of(Plot.CURVE), plots.shownProperty().get());
    assertFalse(viewModel.film().activeProperty().get());
  }

  @Test
  void theFilmFollowsTheTopOnesAndTheWatchedOnes() {
    viewModel.film().watch(List.of(3));
    viewModel.plots().showOnly(Plot.FILM);

    var sweep = Objects.requireNonNull(viewModel.film().sweepProperty().get());

    assertEquals(List.of(1, 2, 3, 4), sweep.ranks());
    int middle = 30;
    var expected = Distribution.of(LOGITS, sweep.temperatures().get(middle));
    assertEquals(expected.probability(4), sweep.probabilities().get(3).get(middle));
    assertEquals(expected.entropy(), sweep.entropies().get(middle));
    assertEquals(expected.nucleusSize(0.9), sweep.nucleus().counts().get(middle));
  }

  private final ChainEvaluator evaluator = new ChainEvaluator();

  private void show(Logits logits, double temperature, double topP) {
    var chain = SamplerChain.of(new Temperature(temperature), new TopP(topP));
    var distribution = evaluator.evaluate(logits, chain);
    viewModel.show(distribution, vocabulary::visibleText, Mark.NONE);
  }
}
