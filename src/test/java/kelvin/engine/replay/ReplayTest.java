package kelvin.engine.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import kelvin.distribution.DrawMode;
import kelvin.distribution.MirostatTwo;
import kelvin.distribution.RandomChains;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.Temperature;
import kelvin.distribution.TopK;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.Generation;
import kelvin.engine.Generation.Settings;
import kelvin.engine.Generation.Stop;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.math.SplitMix64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// If these fail, a user who asks what a seed would have drawn at another temperature sees a
/// difference that chance made, or none where there is one.
final class ReplayTest {

  private static final List<Integer> CONTEXT = List.of((int) 'a', (int) 'b');
  private static final SamplerChain PLAIN = SamplerChain.NEUTRAL;
  private static final SamplerChain HOT = SamplerChain.of(new Temperature(3));

  private final FakeLanguageModel model = new FakeLanguageModel();

  private static Settings settings(SamplerChain chain, DrawMode mode, long seed, int max) {
    return new Settings(chain, mode, seed, max);
  }

  private static Settings plain(int max) {
    return settings(PLAIN, DrawMode.INVERSE_CDF, 7, max);
  }

  private RecordedPath record(Settings settings) {
    var result =
        new Generation(model, settings)
            .run(
                CONTEXT.stream().mapToInt(Integer::intValue).toArray(),
                _ -> {},
                new Cancellation());
    return new RecordedPath(CONTEXT, settings, result.steps());
  }

  private Replay replay(RecordedPath path, Settings settings, int from) {
    return Replay.of(path, model, settings, from, _ -> {}, new Cancellation());
  }

  @Test
  void aRecordedPathReplaysToItselfForRandomSettingsAndSeeds() {
    var random = new Random(19);
    var modes = List.of(DrawMode.values());
    for (int i = 0; i < 200; i++) {
      var mode = modes.get(random.nextInt(modes.size()));
      var chain = RandomChains.chain(random);
      var path = record(settings(chain, mode, random.nextLong(), 6));
      int from = random.nextInt(7);

      var again = replay(path, path.settings(), from);

      assertEquals(path.ids(), again.steps().stream().map(step -> step.id()).toList());
      assertEquals(OptionalInt.empty(), again.firstDifference());
      assertEquals(
          path.steps().subList(Math.min(from, path.steps().size()), path.steps().size()),
          again.steps().subList(again.kept(), again.steps().size()),
          "the numbers of the draws");
    }
  }

  @Test
  void eachStepHasTheSameRandomNumberUnderOtherSettings() {
    var path = record(plain(8));

    var again = replay(path, settings(HOT, DrawMode.INVERSE_CDF, 7, 8), 0);

    for (int i = 0; i < again.steps().size(); i++) {
      assertEquals(SplitMix64.uniform(7, i), again.steps().get(i).u());
    }
  }

  @Test
  void theFirstStepWithAnotherTokenIsNamed() {
    var path = record(plain(8));

    var again = replay(path, settings(HOT, DrawMode.INVERSE_CDF, 7, 8), 0);

    int first = again.firstDifference().orElseThrow();
    assertEquals(path.ids().subList(0, first), ids(again).subList(0, first));
    assertNotEquals(path.ids().get(first), ids(again).get(first));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 5, 8, 20})
  void stepsBeforeTheChosenOneAreKept(int from) {
    var path = record(plain(8));

    var again = replay(path, settings(HOT, DrawMode.INVERSE_CDF, 7, 8), from);

    int kept = Math.min(from, path.steps().size());
    assertEquals(kept, again.kept());
    assertEquals(path.ids().subList(0, kept), ids(again).subList(0, kept));
    assertTrue(again.firstDifference().orElse(kept) >= kept);
  }

  @ParameterizedTest
  @EnumSource(DrawMode.class)
  void aTextThatIsKeptWholeGoesOnAsItWouldHave(DrawMode mode) {
    var chain = SamplerChain.of(new TopK(20, TopK.Ties.EXACT), new MirostatTwo(3, 0.2));
    var whole = record(settings(chain, mode, 3, 12));

    var again = replay(record(settings(chain, mode, 3, 5)), settings(chain, mode, 3, 12), 5);

    assertEquals(whole.ids(), ids(again), "also the bound that Mirostat carries along");
  }

  @Test
  void eachPrefixRunsOnce() {
    var path = record(plain(8));
    var fresh = new FakeLanguageModel();

    Replay.of(path, fresh, plain(8), 8, _ -> {}, new Cancellation());

    assertEquals(CONTEXT.size() + 7, fresh.positionsRun(), "the prompt, and the tokens before 8");
    assertEquals(8, fresh.runs());
  }

  @Test
  void keptStepsThatFillTheContextEndTheReplayAndSayWhy() {
    var path = record(plain(FakeLanguageModel.CONTEXT_LENGTH));

    var again = replay(path, plain(200), path.steps().size());

    assertEquals(path.ids(), ids(again));
    assertTrue(again.stop() != Stop.MAX_TOKENS, again.stop().label());
  }

  @Test
  void aKeptTokenThatTheModelDoesNotHaveIsRefused() {
    var path = record(plain(3));
    var narrow = new FakeLanguageModel(1);

    assertThrows(
        InferenceException.class,
        () -> Replay.of(path, narrow, plain(3), 3, _ -> {}, new Cancellation()));
  }

  @Test
  void afterACancellationTheStepsAreThoseDrawnUntilThen() {
    var path = record(plain(8));
    var cancellation = new Cancellation();

    var again =
        Replay.of(
            path,
            model,
            plain(8),
            0,
            step -> {
              if (step.step() == 2) {
                cancellation.cancel();
              }
            },
            cancellation);

    assertEquals(Stop.CANCELLED, again.stop());
    assertEquals(path.ids().subList(0, 3), ids(again));
  }

  private static List<Integer> ids(Replay replay) {
    return replay.steps().stream().map(step -> step.id()).toList();
  }
}
