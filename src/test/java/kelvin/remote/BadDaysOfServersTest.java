package kelvin.remote;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import kelvin.remote.fixture.TestServer;
import kelvin.remote.fixture.TestServer.Answer;
import kelvin.web.Patience;
import org.junit.jupiter.api.Test;

/// A server that breaks, lies or falls silent. If these tests fail, a user sees wrong numbers,
/// waits without end, gives a key away, or loses the model that was open.
class BadDaysOfServersTest extends ServedToy {

  private static final int[] IDS = {5, 9, 40, 7, 33};

  private static List<float[]> rows(LoadedModel model) {
    var rows = new ArrayList<float[]>();
    model.model().run(IDS, 0, (_, row) -> rows.add(row.clone()), new Cancellation());
    return rows;
  }

  private static String failure(LoadedModel model) {
    return String.valueOf(assertThrows(InferenceException.class, () -> rows(model)).getMessage());
  }

  /// The answer with its body changed.
  private static Answer with(Answer honest, byte[] body) {
    return new Answer(honest.status(), honest.headers(), body);
  }

  /// Fails in one way, and expects a sentence; then the same model must answer as before.
  private void assertSaid(String words, TestServer.Fault... faults) throws ModelLoadException {
    try (var model = open()) {
      var before = rows(model);
      model.model().run(new int[] {1}, 0, (_, _) -> {}, new Cancellation());
      server.next(faults);
      var said = failure(model);
      assertTrue(said.contains(words), said);
      assertTrue(said.contains(server.host()), said);
      var after = rows(model);
      for (int i = 0; i < IDS.length; i++) {
        assertArrayEquals(before.get(i), after.get(i));
      }
    }
  }

  private static TestServer.Fault status(int status) {
    return (exchange, _) ->
        TestServer.send(
            exchange,
            new Answer(status, Map.of(), "{\"error\":\"no\"}".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void halfABodyIsSaidAndNothingIsLost() throws Exception {
    assertSaid(
        "has not the bytes",
        (exchange, honest) ->
            TestServer.send(
                exchange, with(honest, Arrays.copyOf(honest.body(), honest.body().length - 9))));
  }

  @Test
  void aConnectionThatBreaksThreeTimesIsSaid() throws Exception {
    assertSaid(
        "broke before its answer was whole", TestServer.DIES, TestServer.DIES, TestServer.DIES);
  }

  @Test
  void aBusyServerIsAskedAgain() throws Exception {
    try (var model = open()) {
      server.next(status(503), status(429));
      assertEquals(IDS.length, rows(model).size());
    }
  }

  @Test
  void aServerThatStaysBusyIsSaid() throws Exception {
    assertSaid("is busy or not ready", status(503), status(503), status(503));
  }

  @Test
  void theServersOwnWordsAreShown() throws Exception {
    assertSaid("{\"error\":\"no\"}", status(500));
  }

  @Test
  void aRedirectIsNotFollowedAndNoKeyGoesThere() throws Exception {
    try (var other = TestServer.start()) {
      keys = server.host() + "=secret " + other.host() + "=others";
      assertSaid(
          "sends to another address",
          (exchange, _) ->
              TestServer.send(
                  exchange,
                  new Answer(
                      307, Map.of("Location", "http://" + other.host() + "/x"), new byte[0])));
      assertEquals(List.of(), other.seen());
    }
    assertTrue(server.seen().stream().allMatch(s -> "Bearer secret".equals(s.authorization())));
  }

  @Test
  void aKeyOfAnotherServerStaysHere() throws Exception {
    keys = "127.0.0.1:1=secret";
    open().close();
    server.seen().forEach(seen -> assertNull(seen.authorization()));
  }

  @Test
  void aMissingKeyIsAskedForByTheNameOfTheVariable() throws Exception {
    assertSaid("KELVIN_SERVER_KEYS to " + server.host() + "=KEY", status(401));
  }

  @Test
  void logitsThatAreNoNumbersAreRefused() throws Exception {
    assertSaid(
        "no numbers (NaN or infinity)",
        (exchange, honest) -> {
          var body = honest.body();
          int json = Integer.parseInt(honest.headers().values().iterator().next());
          Arrays.fill(body, json, json + 4, (byte) 0xFF);
          TestServer.send(exchange, with(honest, body));
        });
  }

  @Test
  void aWrongShapeIsRefused() throws Exception {
    assertSaid(
        "does not answer as the Open Inference Protocol says",
        (exchange, honest) -> {
          var text = new String(honest.body(), StandardCharsets.ISO_8859_1);
          var wrong = text.replaceFirst("\\[1,5,", "[5,1,");
          assertFalse(wrong.equals(text));
          TestServer.send(exchange, with(honest, wrong.getBytes(StandardCharsets.ISO_8859_1)));
        });
  }

  @Test
  void garbageIsSaid() throws Exception {
    assertSaid(
        "breaks off or is no JSON",
        (exchange, _) -> TestServer.send(exchange, Answer.json("{\"ou")));
    assertSaid(
        "wrong type",
        (exchange, _) -> TestServer.send(exchange, Answer.json("{\"outputs\":{\"a\":1}}")));
  }

  @Test
  void anEndlessAnswerIsCutOff() throws Exception {
    assertSaid(
        "more than it was asked for",
        (exchange, _) -> {
          exchange.sendResponseHeaders(200, 0);
          var piece = new byte[1 << 16];
          for (int i = 0; i < 1000; i++) {
            exchange.getResponseBody().write(piece);
          }
        });
  }

  @Test
  void silenceEndsWithASentence() throws Exception {
    patience =
        new Patience(Duration.ofSeconds(20), Duration.ofMillis(1500), Duration.ofSeconds(60));
    var end = new CountDownLatch(1);
    assertSaid("does not answer", (_, _) -> await(end));
    end.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aCancelledRunEndsAtOnceAndTheModelGoesOn() throws Exception {
    var end = new CountDownLatch(1);
    try (var model = open()) {
      var cancellation = new Cancellation();
      server.next(
          (_, _) -> {
            cancellation.cancel();
            await(end);
          });
      assertThrows(
          CancelledException.class, () -> model.model().run(IDS, 0, (_, _) -> {}, cancellation));
      end.countDown();
      assertEquals(IDS.length, rows(model).size());
    }
  }
}
