package kelvin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kelvin.distribution.Distribution;
import kelvin.distribution.DrawMode;
import kelvin.distribution.Logits;
import kelvin.distribution.SamplerChain;
import kelvin.engine.Generation.Settings;
import kelvin.engine.Generation.Stop;
import kelvin.inference.Cancellation;
import kelvin.inference.ContextOverflowException;
import kelvin.math.SplitMix64;
import org.junit.jupiter.api.Test;

class GenerationTest {

  private static final int[] PROMPT = {'a', 'b'};

  private final FakeLanguageModel model = new FakeLanguageModel();

  @Test
  void stopsAfterTheRequestedNumberOfTokens() {
    model.alwaysPredict('x');

    var result = generate(5, PROMPT);

    assertEquals(Stop.MAX_TOKENS, result.stop());
    assertEquals(5, result.steps().size());
  }

  @Test
  void addsNothingForZeroTokens() {
    var result = generate(0, PROMPT);

    assertEquals(0, result.steps().size());
    assertEquals(0, model.runs());
    assertTrue(Double.isNaN(result.tokensPerSecond()));
  }

  @Test
  void stopsAtTheEndOfTextAndKeepsThatToken() {
    model.alwaysPredict(FakeLanguageModel.END_OF_TEXT);

    var result = generate(5, PROMPT);

    assertEquals(Stop.END_OF_TEXT, result.stop());
    assertEquals(FakeLanguageModel.END_OF_TEXT, result.steps().getLast().id());
    assertEquals(1, result.steps().size());
  }

  @Test
  void stopsWhenTheContextIsFull() {
    model.alwaysPredict('x');
    var prompt = new int[FakeLanguageModel.CONTEXT_LENGTH - 2];
    Arrays.fill(prompt, 'a');

    var result = generate(10, prompt);

    assertEquals(Stop.CONTEXT_FULL, result.stop());
    assertEquals(2, result.steps().size());
  }

  @Test
  void aFullContextStillHasANextToken() {
    model.alwaysPredict('x');
    var prompt = new int[FakeLanguageModel.CONTEXT_LENGTH];
    Arrays.fill(prompt, 'a');

    var result = generate(10, prompt);

    assertEquals(Stop.CONTEXT_FULL, result.stop());
    assertEquals(1, result.steps().size());
  }

  @Test
  void aPromptLongerThanTheContextIsAnError() {
    var prompt = new int[FakeLanguageModel.CONTEXT_LENGTH + 1];

    assertThrows(ContextOverflowException.class, () -> generate(1, prompt));
  }

  @Test
  void stopsWhenCancelledAndKeepsTheStepsSoFar() {
    model.alwaysPredict('x');
    var cancellation = new Cancellation();
    var told = new ArrayList<Integer>();

    var result =
        new Generation(model, settings(DrawMode.GREEDY, 10))
            .run(
                PROMPT,
                step -> {
                  told.add(step.step());
                  if (step.step() == 2) {
                    cancellation.cancel();
                  }
                },
                cancellation);

    assertEquals(Stop.CANCELLED, result.stop());
    assertEquals(3, result.steps().size());
    assertEquals(List.of(0, 1, 2), told);
  }

  @Test
  void runsOnePositionPerStepAfterThePrompt() {
    model.alwaysPredict('x');

    generate(5, PROMPT);

    assertEquals(PROMPT.length + 4, model.positionsRun());
  }

  @Test
  void eachStepIsDrawnWithItsOwnNumberFromTheDistributionAfterTheEarlierSteps() {
    var result =
        new Generation(model, settings(DrawMode.INVERSE_CDF, 6))
            .run(PROMPT, _ -> {}, new Cancellation());

    var ids = new ArrayList<Integer>();
    Arrays.stream(PROMPT).forEach(ids::add);
    for (var step : result.steps()) {
      int[] prefix = ids.stream().mapToInt(Integer::intValue).toArray();
      var logits = Logits.owning(model.logitsAfter(prefix));
      assertEquals(SplitMix64.uniform(42, step.step()), step.u());
      assertEquals(logits.rankOf(step.id()), step.rank());
      assertEquals(Distribution.of(logits, 1).probability(step.rank()), step.probability());
      ids.add(step.id());
    }
  }

  @Test
  void theSameSeedGivesTheSameTokens() {
    var first = generate(8, PROMPT);

    var second = generate(8, PROMPT);

    assertEquals(first.steps(), second.steps());
  }

  private Generation.Result generate(int maxTokens, int[] prompt) {
    return new Generation(model, settings(DrawMode.GREEDY, maxTokens))
        .run(prompt, _ -> {}, new Cancellation());
  }

  private static Settings settings(DrawMode mode, int maxTokens) {
    return new Settings(SamplerChain.NEUTRAL, mode, 42, maxTokens);
  }
}
