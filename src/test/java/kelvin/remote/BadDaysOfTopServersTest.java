package kelvin.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import kelvin.remote.fixture.TestServer;
import kelvin.remote.fixture.TestServer.Answer;
import kelvin.web.Patience;
import org.junit.jupiter.api.Test;

/// A hosted service that is busy, wants a key, breaks or lies. If these tests fail, a user waits
/// without end, reads no reason, or gives a key to a stranger.
class BadDaysOfTopServersTest extends ServedTopToy {

  private static final Cancellation NEVER = new Cancellation();

  private static int ask(LoadedModel model) {
    return model.model().topRuns().orElseThrow().run(IDS, NEVER).count();
  }

  private static TestServer.Fault status(int status, Map<String, String> headers) {
    return (exchange, _) ->
        TestServer.send(
            exchange,
            new Answer(status, headers, "{\"error\":\"no\"}".getBytes(StandardCharsets.UTF_8)));
  }

  private static TestServer.Fault body(String text) {
    return (exchange, _) -> TestServer.send(exchange, Answer.json(text));
  }

  /// Fails in one way, and expects a sentence; then the same model must answer as before.
  private void assertSaid(String words, TestServer.Fault... faults) throws Exception {
    try (var model = open()) {
      server.next(faults);
      var said = assertThrows(InferenceException.class, () -> ask(model)).getMessage();
      assertTrue(String.valueOf(said).contains(words), said);
      assertTrue(String.valueOf(said).contains(server.host()), said);
      assertEquals(20, ask(model));
    }
  }

  @Test
  void aMissingKeyIsAskedForByTheNameOfTheVariable() throws Exception {
    assertSaid("KELVIN_SERVER_KEYS to " + server.host() + "=KEY", status(401, Map.of()));
  }

  @Test
  void aModelThatIsNotThereIsSaid() throws Exception {
    assertSaid("has no such model", status(404, Map.of()));
  }

  @Test
  void aServiceThatWantsALongPauseIsNotAskedMeanwhile() throws Exception {
    try (var model = open()) {
      long before = server.seen().size();
      server.next(status(429, Map.of("Retry-After", "3600")));
      var said = assertThrows(InferenceException.class, () -> ask(model)).getMessage();
      assertTrue(String.valueOf(said).contains("wants a pause of 3600 seconds"), said);
      assertEquals(1, server.seen().size() - before);
    }
  }

  @Test
  void aServiceThatWantsAShortPauseIsAskedAgain() throws Exception {
    try (var model = open()) {
      server.next(status(429, Map.of("Retry-After", "0")), status(429, Map.of()));
      assertEquals(20, ask(model));
    }
  }

  @Test
  void aServerThatStaysBusyIsSaid() throws Exception {
    var busy = status(503, Map.of());
    assertSaid("is busy or not ready", busy, busy, busy);
  }

  @Test
  void itsOwnWordsAreShown() throws Exception {
    assertSaid("{\"error\":\"no\"}", status(500, Map.of()));
  }

  @Test
  void aLogProbabilityThatIsNoNumberIsRefused() throws Exception {
    assertSaid(
        "not of its protocol",
        body("{\"choices\":[{\"logprobs\":{\"top_logprobs\":[{\"a\":NaN}]}}]}"));
  }

  @Test
  void anAnswerWithoutLogProbabilitiesIsSaid() throws Exception {
    assertSaid(
        "sends no log-probabilities", body("{\"choices\":[{\"text\":\"a\",\"logprobs\":null}]}"));
  }

  @Test
  void halfABodyIsSaid() throws Exception {
    assertSaid(
        "breaks off or is not of its protocol",
        (exchange, honest) ->
            TestServer.send(
                exchange,
                new Answer(
                    200,
                    honest.headers(),
                    Arrays.copyOf(honest.body(), honest.body().length / 2))));
  }

  @Test
  void aServerThatDiesInTheMiddleIsSaid() throws Exception {
    assertSaid(
        "broke before its answer was whole", TestServer.DIES, TestServer.DIES, TestServer.DIES);
  }

  @Test
  void silenceEnds() throws Exception {
    patience = new Patience(Duration.ofSeconds(20), Duration.ofMillis(400), Duration.ofMillis(400));
    var ended = new CountDownLatch(1);
    try {
      assertSaid(
          "does not answer",
          (_, _) -> {
            try {
              var _ = ended.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException _) {
              Thread.currentThread().interrupt();
            }
          });
    } finally {
      ended.countDown();
    }
  }

  @Test
  void aRedirectIsNotFollowedAndNoKeyGoesThere() throws Exception {
    try (var other = TestServer.start()) {
      keys = server.host() + "=secret " + other.host() + "=others";
      assertSaid(
          "sends to another address",
          status(307, Map.of("Location", "http://" + other.host() + "/v1/completions")));
      assertEquals(List.of(), other.seen());
    }
    assertTrue(server.seen().stream().allMatch(s -> "Bearer secret".equals(s.authorization())));
  }
}
