package kelvin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import kelvin.distribution.TokenScore;
import kelvin.inference.LoadedModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tests watched texts over the positions of a context, without a run of the model.
class TextTraceTest {

  private final FakeInferenceThread thread = new FakeInferenceThread();
  private final PredictionEngine engine = new PredictionEngine(thread, _ -> {});
  private final FakeLanguageModel model = new FakeLanguageModel();
  private final FakeTokenizer tokenizer = FakeTokenizer.withStartToken();
  private final List<TextTraces> answers = new ArrayList<>();

  @BeforeEach
  void openAModel() {
    engine.use(new LoadedModel(model, tokenizer));
  }

  @Test
  void theTraceOfATokenEqualsItsScoreAtEachPosition() {
    predict("abc");

    var trace = trace("x").getFirst();

    assertEquals(List.of((int) 'x'), trace.ids());
    assertEquals(4, trace.logProbabilities().size());
    assertLogProbability(trace, 0, 0);
    assertLogProbability(trace, 1, 0, 'a');
    assertLogProbability(trace, 2, 0, 'a', 'b');
    assertLogProbability(trace, 3, 0, 'a', 'b', 'c');
  }

  @Test
  void tracingDoesNotRunTheModel() {
    predict("abc");
    int runs = model.runs();

    trace("x", "y", "z");

    assertEquals(runs, model.runs());
  }

  @Test
  void aTextOfSeveralTokensIsTrackedByItsFirstToken() {
    predict("abc");

    var trace = trace("xyz").getFirst();

    assertEquals(List.of((int) 'x', (int) 'y', (int) 'z'), trace.ids());
    assertLogProbability(trace, 1, 0, 'a');
  }

  @Test
  void aTokenPastTheModelsLogitsHasNoProbability() {
    engine.use(new LoadedModel(new FakeLanguageModel('f'), tokenizer));
    predict("abc");

    var trace = trace("x").getFirst();

    assertTrue(trace.logProbabilities().stream().allMatch(p -> Double.isNaN(p)));
  }

  @Test
  void theTraceFollowsTheContextAnsweredLast() {
    predict("abc");
    predict("ad");

    var trace = trace("x").getFirst();

    assertEquals(3, trace.logProbabilities().size());
    assertLogProbability(trace, 2, 0, 'a', 'd');
  }

  @Test
  void theAnswerHasTheVocabularyOfItsIds() {
    predict("abc");

    trace("x");

    assertEquals(tokenizer.vocabulary(), answers.getFirst().vocabulary());
  }

  @Test
  void withoutAModelThereIsNoAnswer() {
    engine.close();

    engine.trace(List.of("x"), answers::add);
    thread.runAll();

    assertTrue(answers.isEmpty());
  }

  private void predict(String prompt) {
    engine.predict(new PredictionRequest(prompt, List.of(), OptionalInt.empty()));
    thread.runAll();
  }

  private List<TextTrace> trace(String... texts) {
    engine.trace(List.of(texts), answers::add);
    thread.runAll();
    return answers.getLast().texts();
  }

  private void assertLogProbability(TextTrace trace, int position, int... before) {
    var score = TokenScore.of(model.logitsAfter(before), trace.ids().getFirst());
    assertEquals(score.logProbability(), trace.logProbabilities().get(position), 1e-12);
  }
}
