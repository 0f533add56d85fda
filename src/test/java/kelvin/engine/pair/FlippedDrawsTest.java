package kelvin.engine.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import kelvin.distribution.DrawMode;
import kelvin.distribution.MirostatTwo;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.Temperature;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.FakeTokenizer;
import kelvin.engine.Generation;
import kelvin.engine.draw.DrawSteps;
import kelvin.inference.Cancellation;
import kelvin.inference.LanguageModel;
import kelvin.inference.LogitsRowSink;
import kelvin.inference.ModelDescriptor;
import kelvin.math.SplitMix64;
import org.junit.jupiter.api.Test;

/// Tests the draws of two models along a text. If these fail, a user is told that a seed gives the
/// same text with a smaller export, and it does not.
final class FlippedDrawsTest {

  private static final long SEED = 7;
  private static final double TEMPERATURE = 0.7;

  private final FakeLanguageModel model = new FakeLanguageModel();
  private final LanguageModel bent = new Bent(new FakeLanguageModel());
  private final int[] ids = new Random(11).ints(60, 0, 90).toArray();

  /// Gives the logits of another model with a small change.
  private record Bent(LanguageModel straight) implements LanguageModel {

    @Override
    public void run(int[] ids, int first, LogitsRowSink sink, Cancellation cancellation) {
      straight.run(
          ids,
          first,
          (position, row) -> {
            var bent = row.clone();
            for (int id = 0; id < bent.length; id++) {
              bent[id] += 0.02f * (id % 7);
            }
            sink.accept(position, bent);
          },
          cancellation);
    }

    @Override
    public ModelDescriptor descriptor() {
      return straight.descriptor();
    }

    @Override
    public void close() {}
  }

  private static DrawSteps.Settings settings(DrawMode mode, SamplerChain chain) {
    return new DrawSteps.Settings(chain, mode, SEED);
  }

  private PairedText compare(LanguageModel against, DrawSteps.Settings settings) {
    var scorer = new PairedScorer(model, against, ids, settings);
    while (scorer.compareNext(new Cancellation())) {
      assertTrue(scorer.progress() < 1);
    }
    return scorer.text();
  }

  /// The token that a random number draws after the tokens before a position.
  private int drawn(LanguageModel from, int position, double u) {
    var row = new float[1][];
    from.run(
        Arrays.copyOf(ids, position),
        position - 1,
        (_, given) -> row[0] = given.clone(),
        new Cancellation());
    double sum = 0;
    for (float logit : row[0]) {
      sum += Math.exp(logit / TEMPERATURE);
    }
    var ranked =
        IntStream.range(0, row[0].length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer id) -> -row[0][id]))
            .toList();
    double cumulative = 0;
    for (int id : ranked) {
      cumulative += Math.exp(row[0][id] / TEMPERATURE) / sum;
      if (cumulative > u) {
        return id;
      }
    }
    return ranked.getLast();
  }

  @Test
  void theFirstFlippedDrawIsThatOfAPlainComputation() {
    var text =
        compare(
            bent, settings(DrawMode.INVERSE_CDF, SamplerChain.of(new Temperature(TEMPERATURE))));

    int first = -1;
    int same = 0;
    for (int position = ids.length - 1; position > 0; position--) {
      double u = SplitMix64.uniform(SEED, position - 1);
      var draws = text.tokens().get(position - 1).draws();
      int one = drawn(model, position, u);
      int other = drawn(bent, position, u);
      assertEquals(new PairedDraw(u, one, other), draws);
      same += one == other ? 1 : 0;
      first = one == other ? first : position;
    }
    assertTrue(first > 0);
    assertEquals(first, text.firstFlippedDraw().orElseThrow().position());
    assertEquals(same / (ids.length - 1.0), text.drawAgreement(), 1e-15);
    assertTrue(
        text.drawSentence(FakeTokenizer.withStartToken().vocabulary(), "A", "B")
            .startsWith(
                "Draws with seed 7: %d of 59 differ, first at position %d, where A draws "
                    .formatted(59 - same, first)));
  }

  @Test
  void aModelAndItselfDrawTheSameInEveryWay() {
    for (var mode : DrawMode.values()) {
      var text = compare(new FakeLanguageModel(), settings(mode, SamplerChain.NEUTRAL));

      assertTrue(text.firstFlippedDraw().isEmpty());
      assertEquals(1, text.drawAgreement());
      assertTrue(
          text.drawSentence(FakeTokenizer.withStartToken().vocabulary(), "A", "B")
              .endsWith("are the same at each token."));
    }
  }

  @Test
  void theDrawsAreThoseOfAGenerationThatKeepsTheText() {
    var chain = SamplerChain.of(new MirostatTwo(3, 0.1));
    var text = compare(bent, settings(DrawMode.INVERSE_CDF, chain));

    assertEquals(
        generated(model, chain), text.tokens().stream().map(each -> each.draws().id()).toList());
    assertEquals(
        generated(bent, chain),
        text.tokens().stream().map(each -> each.draws().againstId()).toList());
  }

  /// The tokens that a generation draws at each step while it keeps the text.
  private List<Integer> generated(LanguageModel from, SamplerChain chain) {
    var drawn = new ArrayList<Integer>();
    new Generation(from, new Generation.Settings(chain, DrawMode.INVERSE_CDF, SEED, ids.length - 1))
        .run(
            Arrays.copyOf(ids, 1),
            Arrays.stream(ids).skip(1).boxed().toList(),
            moment -> drawn.add(moment.drawn().id()),
            new Cancellation());
    return drawn;
  }
}
