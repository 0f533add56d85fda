package kelvin.engine;

import static kelvin.text.PlainWords.assertPlain;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import org.junit.jupiter.api.Test;

class PredictionEngineTest {

  private final FakeLanguageModel model = new FakeLanguageModel();
  private final FakeInferenceThread thread = new FakeInferenceThread();
  private final List<PredictionOutcome> published = new ArrayList<>();
  private final PredictionEngine engine = new PredictionEngine(thread, published::add);

  @Test
  void publishesThePredictionOfARequest() {
    engine.use(loaded(model));

    engine.predict(request("abc"));
    thread.runAll();

    var prediction = assertInstanceOf(Prediction.class, published.getFirst());
    assertEquals("abc", prediction.request().prompt());
    assertEquals(4, prediction.tokens().size());
    assertTrue(prediction.isAtEnd());
  }

  @Test
  void answersAtTheRequestedPosition() {
    engine.use(loaded(model));

    engine.predict(new PredictionRequest("abc", List.of(), OptionalInt.of(1)));
    thread.runAll();

    var prediction = assertInstanceOf(Prediction.class, published.getFirst());
    assertEquals(1, prediction.position());
    assertEquals(model.logitsAfter(0, 'a')[5], prediction.logits().ofToken(5));
  }

  @Test
  void clampsAPositionPastTheEnd() {
    engine.use(loaded(model));

    engine.predict(new PredictionRequest("abc", List.of(), OptionalInt.of(99)));
    thread.runAll();

    assertTrue(assertInstanceOf(Prediction.class, published.getFirst()).isAtEnd());
  }

  @Test
  void answersOnlyTheLatestOfSeveralRequests() {
    engine.use(loaded(model));

    engine.predict(request("a"));
    engine.predict(request("ab"));
    engine.predict(request("abc"));
    thread.runAll();

    assertEquals(List.of("abc"), prompts());
    assertEquals(1, model.runs());
  }

  @Test
  void aNewerRequestStopsTheRunningOne() {
    engine.use(loaded(model));
    model.beforeRow(
        position -> {
          if (position == 1) {
            model.beforeRow(_ -> {});
            engine.predict(request("xyz"));
          }
        });

    engine.predict(request("abc"));
    thread.runAll();

    assertEquals(List.of("xyz"), prompts());
    assertEquals(1 + 3, model.positionsRun());
  }

  @Test
  void publishesNothingForACancelledRequest() {
    engine.use(loaded(model));

    engine.predict(request("abc"));
    engine.cancel();
    thread.runAll();

    assertEquals(List.of(), published);
    assertEquals(0, model.runs());
  }

  @Test
  void publishesNothingWithoutAModel() {
    engine.predict(request("abc"));
    thread.runAll();

    assertEquals(List.of(), published);
  }

  @Test
  void aPromptLongerThanTheContextFailsWithTheNumbers() {
    engine.use(loaded(model));

    engine.predict(request("a".repeat(FakeLanguageModel.CONTEXT_LENGTH + 4)));
    thread.runAll();

    assertTrue(failure().contains("5 more than the model's context of 64"), failure());
  }

  @Test
  void anEmptyPromptWithoutStartTokenIsAFailureInPlainWords() {
    engine.use(new LoadedModel(model, FakeTokenizer.withoutStartToken()));

    engine.predict(request(""));
    thread.runAll();

    assertTrue(failure().startsWith("The prompt is empty"), failure());
  }

  @Test
  void anEmptyPromptWithStartTokenIsAnswered() {
    engine.use(loaded(model));

    engine.predict(request(""));
    thread.runAll();

    assertEquals(1, assertInstanceOf(Prediction.class, published.getFirst()).tokens().size());
  }

  @Test
  void invalidLogitsAreAFailure() {
    engine.use(loaded(model));
    model.answerNaN();

    engine.predict(request("abc"));
    thread.runAll();

    assertTrue(failure().startsWith("The model's answer is not a distribution"), failure());
  }

  @Test
  void aFailureOfTheModelIsPublishedAndTheNextRequestIsAnswered() {
    engine.use(loaded(model));
    model.beforeRow(
        _ -> {
          throw new InferenceException("The model stumbled.");
        });
    engine.predict(request("abc"));
    thread.runAll();

    model.beforeRow(_ -> {});
    engine.predict(request("abc"));
    thread.runAll();

    assertEquals("The model stumbled.", failure());
    assertInstanceOf(Prediction.class, published.get(1));
  }

  @Test
  void anUnexpectedExceptionDoesNotEndTheEngine() {
    engine.use(loaded(model));
    model.beforeRow(
        _ -> {
          throw new IllegalStateException("native trouble");
        });
    engine.predict(request("abc"));
    thread.runAll();

    assertTrue(failure().contains("Kelvin has a defect"), failure());
    assertPlain(failure());
  }

  @Test
  void aNewModelTakesOverAndTheOldOneIsClosed() {
    var second = new FakeLanguageModel();
    engine.use(loaded(model));
    engine.use(loaded(second));

    engine.predict(request("abc"));
    thread.runAll();

    assertEquals(1, model.timesClosed());
    assertEquals(0, second.timesClosed());
    assertEquals(1, second.runs());
  }

  @Test
  void closingClosesTheModelOnceAndSilencesTheEngine() {
    engine.use(loaded(model));

    engine.predict(request("abc"));
    engine.close();
    engine.close();
    thread.runAll();

    assertEquals(1, model.timesClosed());
    assertEquals(List.of(), published);
  }

  private static LoadedModel loaded(FakeLanguageModel model) {
    return new LoadedModel(model, FakeTokenizer.withStartToken());
  }

  private static PredictionRequest request(String prompt) {
    return new PredictionRequest(prompt, List.of(), OptionalInt.empty());
  }

  private List<String> prompts() {
    return published.stream().map(outcome -> outcome.request().prompt()).toList();
  }

  private String failure() {
    return assertInstanceOf(PredictionFailure.class, published.getFirst()).message();
  }
}
