package kelvin.hub.http;

import static kelvin.text.PlainWords.assertPlain;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ProxySelector;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kelvin.hub.HubException;
import kelvin.hub.HubSettings;
import kelvin.hub.Retries;
import kelvin.hub.fixture.Answers;
import kelvin.hub.fixture.Hubs;
import kelvin.inference.CancelledException;
import kelvin.web.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Hubs refuse, break, fall silent and talk nonsense. A user then needs a sentence and not a hang.
final class BadDaysOfHubsTest extends ServedHub {

  @Test
  void aListWithoutEndIsGivenUp() {
    server.always(
        TREE,
        (exchange, _) -> {
          exchange.getResponseHeaders().set("Link", "<https://x.example/?cursor=1>; rel=\"next\"");
          Answers.text("[]").answer(exchange, new byte[0]);
        });

    assertTrue(refusal().reason().contains("without end"));
  }

  @ParameterizedTest
  @CsvSource({
    "401, '', '', 'has no someone/toy, or it is private. Check the name; for a private one, set HF_TOKEN.'",
    "401, GatedRepo, '', 'someone/toy is given only to those who accepted its conditions.'",
    "401, '', Invalid credentials in Authorization header, 'does not know the token.'",
    "403, GatedRepo, '', 'someone/toy is given only to those who accepted its conditions.'",
    "403, '', Your plan is too small., 'does not let you have someone/toy: Your plan is too small.'",
    "404, RepoNotFound, '', 'has no someone/toy. Check the name'",
    "404, RevisionNotFound, '', 'has someone/toy, but not in this revision. Leave --revision out.'",
    "404, EntryNotFound, '', 'lists a file of someone/toy that it does not have.'",
    "407, '', '', 'The proxy wants a name and a password'",
    "410, '', '', 'has no someone/toy.'",
    "418, '', '', 'refuses someone/toy (status 418).'",
    "451, '', '', 'for legal reasons'",
    "500, '', '', 'has a problem of its own (status 500). Try again later.'",
    "503, '', '', 'has a problem of its own (status 503). Try again later.'"
  })
  void everyRefusalIsASentence(int status, String code, String message, String expected) {
    server.always(
        ABOUT,
        code.isEmpty() && message.isEmpty()
            ? Answers.status(status)
            : Answers.status(status, "X-Error-Code", code, "X-Error-Message", message));

    var refusal = refusal();

    assertTrue(refusal.toString().contains(expected), refusal.toString());
    assertPlain(String.valueOf(refusal.getMessage()));
    assertFalse(String.valueOf(refusal.getMessage()).contains(Hubs.TOKEN));
  }

  @Test
  void aHubWithAProblemIsAskedAgain() throws Exception {
    server.next(ABOUT, Answers.status(503), Answers.status(500), Answers.hangUp());

    assertEquals(2, list().files().size());
  }

  @Test
  void aHubWithALastingProblemIsAskedFiveTimes() {
    server.always(ABOUT, Answers.status(502));

    assertTrue(refusal().reason().contains("502"));
    assertEquals(5, server.seen().size());
  }

  @Test
  void aWaitThatTheHubAsksForIsKeptAndEndsTheTriesIfItIsTooLong() throws Exception {
    server.next(
        ABOUT,
        Answers.status(429, "Retry-After", "0"),
        Answers.status(429, "RateLimit", "\"api\";r=0;t=0"));

    assertEquals(2, list().files().size());

    server.always(ABOUT, Answers.status(429, "Retry-After", "3600"));
    var refusal = refusal();

    assertTrue(refusal.reason().contains("wants a pause of 3600 seconds"), refusal.reason());
    assertPlain(String.valueOf(refusal.getMessage()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>Log in</html>",
        "{}",
        "[]",
        "{\"sha\": 7}",
        "{\"sha\": \"x\"}",
        "\"",
        "nul"
      })
  void garbageIsASentence(String text) {
    server.always(ABOUT, Answers.text(text));

    assertTrue(refusal().reason().contains("answers something that no hub answers"));
  }

  @Test
  void aDeepAnswerIsASentence() {
    server.always(TREE, Answers.text("[".repeat(100_000)));

    assertTrue(refusal().reason().contains("answers something that no hub answers"));
  }

  @Test
  void aListOfBytesWithoutEndIsGivenUp() {
    server.always(TREE, Answers.endless());

    assertTrue(refusal().reason().contains("answers something that no hub answers"));
  }

  @Test
  void aSilentHubIsGivenUp() throws Exception {
    hub = Hubs.of(server.endpoint(), Hubs.SHORT);
    server.always("config.json", Answers.silent());
    var listing = list();
    var config = listing.file("config.json").orElseThrow();

    try (var body = hub.open(listing, config, 0, cancellation)) {
      var refusal = assertThrows(HubException.class, body::next);

      assertEquals("127.0.0.1 does not answer.", refusal.reason());
    }
  }

  @Test
  void cancellingEndsTheWaitForASilentHub() throws Exception {
    server.always("config.json", Answers.silent());
    var listing = list();
    try (var body = hub.open(listing, listing.file("config.json").orElseThrow(), 0, cancellation)) {
      cancellation.cancel();

      assertThrows(CancelledException.class, body::next);
    }
  }

  @Test
  void aHubThatIsNotThereIsASentence() throws Exception {
    server.close();

    var refusal = refusal();

    assertTrue(refusal.reason().startsWith("127.0.0.1 cannot be reached"), refusal.reason());
    assertPlain(String.valueOf(refusal.getMessage()));
  }

  @Test
  void offlineMeansThatNothingIsAsked() throws Exception {
    var settings =
        HubSettings.of(
            Path.of("no-home"),
            Map.of("HF_ENDPOINT", server.endpoint().toString(), "HF_HUB_OFFLINE", "1")::get);
    hub =
        HttpHub.of(settings, ProxySelector.of(null), Patience.USUAL, Retries.USUAL, "kelvin/test");

    assertTrue(refusal().reason().contains("HF_HUB_OFFLINE"));
    assertEquals(List.of(), server.seen());
  }
}
