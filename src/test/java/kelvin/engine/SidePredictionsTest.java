package kelvin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import kelvin.inference.LoadedModel;
import org.junit.jupiter.api.Test;

class SidePredictionsTest {

  private final FakeLanguageModel model = new FakeLanguageModel();
  private final FakeInferenceThread thread = new FakeInferenceThread();
  private final List<String> order = new ArrayList<>();
  private final List<PredictionOutcome> published = new ArrayList<>();
  private final PredictionEngine engine =
      new PredictionEngine(thread, outcome -> order.add("first " + outcome.request().prompt()));
  private final SidePredictions side =
      new SidePredictions(
          engine::begin,
          new RowMemory(),
          outcome -> {
            order.add("second " + outcome.request().prompt());
            published.add(outcome);
          });

  @Test
  void theSecondPromptHasTheSameNumbersAsIfItWereTheFirst() {
    engine.use(loaded());

    engine.predict(request("abc"));
    side.predict(request("xyz"));
    thread.runAll();

    var prediction = assertInstanceOf(Prediction.class, published.getFirst());
    var alone =
        new Predictor(loaded()).predict(request("xyz"), new kelvin.inference.Cancellation());
    assertEquals(alone.tokens(), prediction.tokens());
    for (int id = 0; id < FakeTokenizer.SIZE; id++) {
      assertEquals(alone.logits().ofToken(id), prediction.logits().ofToken(id));
    }
  }

  @Test
  void aRequestForTheFirstPromptIsAnsweredBeforeTheSecondPrompt() {
    engine.use(loaded());
    model.beforeRow(
        position -> {
          if (position == 2) {
            model.beforeRow(_ -> {});
            engine.predict(request("abc"));
          }
        });

    side.predict(request("xyz"));
    thread.runAll();

    assertEquals(List.of("first abc", "second xyz"), order);
  }

  @Test
  void onlyTheLatestOfSeveralIsAnswered() {
    engine.use(loaded());

    side.predict(request("x"));
    side.predict(request("xy"));
    side.predict(request("xyz"));
    thread.runAll();

    assertEquals(List.of("second xyz"), order);
  }

  @Test
  void aLaterRequestStopsTheRunningOne() {
    engine.use(loaded());
    model.beforeRow(
        position -> {
          if (position == 1) {
            model.beforeRow(_ -> {});
            side.predict(request("q"));
          }
        });

    side.predict(request("xyz"));
    thread.runAll();

    assertEquals(List.of("second q"), order);
  }

  @Test
  void aFailureIsReportedInASentence() {
    side.predict(request("xyz"));
    thread.runAll();

    var failure = assertInstanceOf(PredictionFailure.class, published.getFirst());
    assertEquals("No model is open to run this on.", failure.message());
  }

  @Test
  void theFirstPromptKeepsItsResults() {
    engine.use(loaded());
    engine.predict(request("abc"));
    thread.runAll();
    side.predict(request("xyz"));
    thread.runAll();
    int before = model.runs();

    engine.predict(new PredictionRequest("abc", List.of(), OptionalInt.of(1)));
    thread.runAll();

    assertEquals(before, model.runs());
  }

  private LoadedModel loaded() {
    return new LoadedModel(model, FakeTokenizer.withStartToken());
  }

  private static PredictionRequest request(String prompt) {
    return new PredictionRequest(prompt, List.of(), OptionalInt.empty());
  }
}
