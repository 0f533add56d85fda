package kelvin.engine.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.draw.DrawSteps;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.ContextOverflowException;
import kelvin.inference.LanguageModel;
import kelvin.inference.LogitsRowSink;
import kelvin.inference.ModelDescriptor;
import org.junit.jupiter.api.Test;

/// Tests the comparison of two models against their rows of logits. If these fail, a smaller export
/// of a model looks better or worse than it is.
final class PairedScorerTest {

  private static final int WIDTH = 300;

  /// Gives random logits that depend on the position alone.
  private record Rows(long seed, int width) implements LanguageModel {

    float[] row(int position) {
      var random = new Random(seed * 1000 + position);
      var row = new float[width];
      for (int id = 0; id < width; id++) {
        row[id] = (float) random.nextGaussian() * 3;
      }
      return row;
    }

    @Override
    public void run(int[] ids, int first, LogitsRowSink sink, Cancellation cancellation) {
      for (int position = first; position < ids.length; position++) {
        cancellation.throwIfCancelled();
        sink.accept(position, row(position));
      }
    }

    @Override
    public ModelDescriptor descriptor() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }

  private static int[] ids(int count) {
    return new Random(5).ints(count, 0, WIDTH).toArray();
  }

  private static PairedText compare(LanguageModel model, LanguageModel against, int[] ids) {
    var scorer = new PairedScorer(model, against, ids, DrawSteps.Settings.DEFAULT);
    while (scorer.compareNext(new Cancellation())) {
      assertTrue(scorer.progress() < 1);
    }
    return scorer.text();
  }

  /// The softmax, in double.
  private static double[] shares(float[] row, int width) {
    var shares = new double[width];
    double sum = 0;
    for (int id = 0; id < width; id++) {
      shares[id] = Math.exp(row[id]);
      sum += shares[id];
    }
    for (int id = 0; id < width; id++) {
      shares[id] /= sum;
    }
    return shares;
  }

  private static double kl(double[] p, double[] q) {
    double sum = 0;
    for (int id = 0; id < p.length; id++) {
      sum += p[id] * Math.log(p[id] / q[id]);
    }
    return sum;
  }

  private static int top(double[] shares) {
    int top = 0;
    for (int id = 1; id < shares.length; id++) {
      top = shares[id] > shares[top] ? id : top;
    }
    return top;
  }

  @Test
  void eachPositionHasTheNumbersOfItsTwoRows() {
    var one = new Rows(1, WIDTH);
    var two = new Rows(2, WIDTH);
    var ids = ids(50);

    var text = compare(one, two, ids);

    assertEquals(49, text.tokens().size());
    for (var token : text.tokens()) {
      var p = shares(one.row(token.position() - 1), WIDTH);
      var q = shares(two.row(token.position() - 1), WIDTH);
      double topOfOther = p[top(q)];
      assertEquals(ids[token.position()], token.id());
      assertEquals(kl(p, q), token.divergence().kl(), 1e-9);
      assertEquals(Math.log(p[token.id()]), token.logProbability(), 1e-9);
      assertEquals(Math.log(q[token.id()]), token.againstLogProbability(), 1e-9);
      assertEquals(
          1 + Arrays.stream(p).filter(share -> share > topOfOther).count(), token.rankOfOtherTop());
      assertEquals(top(p) == top(q), token.topAgrees());
    }
    assertEquals(0, text.omittedMass());
  }

  @Test
  void aModelDiffersFromItselfByNothing() {
    var text = compare(new Rows(1, WIDTH), new Rows(1, WIDTH), ids(40));

    assertEquals(0, text.meanKl());
    assertEquals(0, text.worst().orElseThrow().divergence().kl());
    assertEquals(1, text.topAgreement());
    assertEquals(text.logProbability(), text.againstLogProbability());
  }

  @Test
  void aWiderRowIsComparedOverTheSharedTokensAndTheRestIsSaid() {
    var narrow = new Rows(1, WIDTH);
    var wide = new Rows(2, WIDTH + 20);

    var text = compare(narrow, wide, ids(10));

    double omitted = 0;
    for (var token : text.tokens()) {
      var row = wide.row(token.position() - 1);
      assertEquals(
          kl(shares(narrow.row(token.position() - 1), WIDTH), shares(row, WIDTH)),
          token.divergence().kl(),
          1e-9);
      omitted = Math.max(omitted, Arrays.stream(shares(row, WIDTH + 20)).skip(WIDTH).sum());
    }
    assertEquals(omitted, text.omittedMass(), 1e-12);
    assertEquals(omitted, compare(wide, narrow, ids(10)).omittedMass(), 1e-12);
  }

  @Test
  void theWorstPositionAndTheQuantileAreOfTheDivergences() {
    var text = compare(new Rows(1, WIDTH), new Rows(2, WIDTH), ids(101));
    var sorted =
        text.tokens().stream().mapToDouble(token -> token.divergence().kl()).sorted().toArray();

    assertEquals(sorted[99], text.worst().orElseThrow().divergence().kl());
    assertEquals(sorted[98], text.klQuantile(0.99));
    assertEquals(sorted[49], text.klQuantile(0.5));
    assertEquals(Arrays.stream(sorted).average().orElseThrow(), text.meanKl(), 1e-12);
  }

  @Test
  void eachModelReadsEachTokenOnce() {
    var one = new FakeLanguageModel();
    var two = new FakeLanguageModel();
    var ids = new Random(3).ints(FakeLanguageModel.CONTEXT_LENGTH, 0, 90).toArray();

    compare(one, two, ids);

    assertEquals(ids.length - 1, one.positionsRun());
    assertEquals(ids.length - 1, two.positionsRun());
  }

  @Test
  void aTextOfOneTokenHasNothingToCompare() {
    var text = compare(new Rows(1, WIDTH), new Rows(2, WIDTH), ids(1));

    assertTrue(text.tokens().isEmpty());
    assertTrue(text.worst().isEmpty());
    assertTrue(Double.isNaN(text.meanKl()) && Double.isNaN(text.klQuantile(0.99)));
  }

  @Test
  void aTextThatIsTooLongForOneOfThemIsRefused() {
    var ids = new Random(3).ints(FakeLanguageModel.CONTEXT_LENGTH + 5, 0, 90).toArray();

    assertThrows(
        ContextOverflowException.class,
        () -> compare(new Rows(1, WIDTH), new FakeLanguageModel(), ids));
  }

  @Test
  void aCancelEndsTheComparison() {
    var cancellation = new Cancellation();
    cancellation.cancel();
    var scorer =
        new PairedScorer(
            new Rows(1, WIDTH), new Rows(2, WIDTH), ids(30), DrawSteps.Settings.DEFAULT);

    assertThrows(CancelledException.class, () -> scorer.compareNext(cancellation));

    assertTrue(scorer.compareNext(new Cancellation()));
    assertEquals(16, scorer.text().tokens().size());
  }
}
