package kelvin.hub.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import kelvin.hub.HubException;
import kelvin.hub.fixture.Answers;
import kelvin.hub.fixture.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A hub that lies or speaks the protocol badly must not give a user a wrong model, fill the disk,
/// or write outside the cache.
final class DishonestHubTest {

  private static final String CONFIG = "config.json";
  private static final String WEIGHTS = "onnx/model.onnx_data";

  @TempDir Path place;

  private ToyTransfer toy;

  @BeforeEach
  void start() throws Exception {
    toy = new ToyTransfer(place);
  }

  @AfterEach
  void stop() {
    toy.close();
  }

  @Test
  void aConnectionThatNeverBringsAByteIsGivenUpAfterFiveTries() {
    toy.server().always(CONFIG, Answers.cutAfter(0));

    assertThrows(HubException.class, toy::fetch);
    assertEquals(5, toy.server().seenOf(CONFIG).size());
  }

  @Test
  void aHubThatGivesNoPartsBeginsAnew() throws Exception {
    toy.server().next(WEIGHTS, Answers.cutAfter(100), Answers.whole());

    toy.assertWhole(toy.fetch());
    assertEquals("bytes=100-", toy.server().seenOf(WEIGHTS).get(1).range());
  }

  @Test
  void aHubThatGivesAnotherPartIsAskedForTheWhole() throws Exception {
    toy.server().next(WEIGHTS, Answers.cutAfter(100), Answers.otherPart());

    toy.assertWhole(toy.fetch());
    assertEquals("null", toy.server().seenOf(WEIGHTS).get(2).range());
  }

  @Test
  void aHubThatKnowsNoSuchRangeIsAskedForTheWhole() throws Exception {
    toy.server().next(WEIGHTS, Answers.cutAfter(100), Answers.status(416));

    toy.assertWhole(toy.fetch());
  }

  @Test
  void wrongBytesAreFetchedAgain() throws Exception {
    toy.server().next(WEIGHTS, Answers.otherBytes(), Answers.otherBytes());
    toy.server().next(CONFIG, Answers.otherBytes());

    toy.assertWhole(toy.fetch());
    assertEquals(3, toy.server().seenOf(WEIGHTS).size());
  }

  @Test
  void aHubThatLiesAboutTheBytesIsGivenUpAndNothingIsKept() throws Exception {
    toy.server().always(WEIGHTS, Answers.otherBytes());

    var refusal = assertThrows(HubException.class, toy::fetch);

    assertEquals(
        WEIGHTS + " came 3 times with other bytes than the hub's checksum says.", refusal.reason());
    assertFalse(toy.blobExists(WEIGHTS));
  }

  @Test
  void aHubThatLiesAboutTheLengthIsGivenUp() throws Exception {
    for (int length : new int[] {1, toy.server().content(WEIGHTS).length + 1}) {
      toy.server().always(WEIGHTS, Answers.otherLength(length));

      var refusal = assertThrows(HubException.class, toy::fetch);

      assertTrue(refusal.reason().contains("has " + length + " bytes and not "), refusal.reason());
      assertFalse(toy.blobExists(WEIGHTS));
    }
  }

  @Test
  void aStreamWithoutEndIsCutAtTheSize() throws Exception {
    toy.server().always(WEIGHTS, Answers.endless());

    var refusal = assertThrows(HubException.class, toy::fetch);

    assertTrue(refusal.reason().contains("sends more bytes of " + WEIGHTS), refusal.reason());
    assertFalse(toy.blobExists(WEIGHTS));
  }

  @Test
  void headersThatContradictTheListAreRefused() {
    for (var header :
        new String[][] {
          {"X-Repo-Commit", "f".repeat(40)},
          {"X-Linked-Size", "7"},
          {"X-Linked-Etag", "\"" + "0".repeat(64) + "\""}
        }) {
      toy.server().always(WEIGHTS, Answers.with(header));

      var refusal = assertThrows(HubException.class, toy::fetch);

      assertTrue(refusal.reason().endsWith("listed by 127.0.0.1."), refusal.reason());
    }
  }

  @Test
  void headersThatAgreeWithTheListOrAreOfAnotherKindAreFine() throws Exception {
    toy.server()
        .always(
            WEIGHTS,
            Answers.with(
                "X-Repo-Commit",
                TestHub.COMMIT,
                "X-Linked-Size",
                String.valueOf(toy.server().content(WEIGHTS).length),
                "X-Linked-Etag",
                "\"" + TestHub.sum("SHA-256", toy.server().content(WEIGHTS)) + "\""));
    toy.server().always(CONFIG, Answers.with("ETag", "W/\"686897696a7c876b7e\""));

    toy.assertWhole(toy.fetch());
  }

  @Test
  void weightsThatTheRepositoryLacksOrThatLieOutsideAreRefused() throws Exception {
    for (var name : List.of("missing.bin", "../../outside", "/etc/passwd")) {
      var setup = toy.setup();
      var lying =
          new TransferSetup(
              setup.hub(),
              setup.cache(),
              _ -> Set.of(name),
              setup.disk(),
              setup.retries(),
              setup.nanos());

      var refusal =
          assertThrows(
              HubException.class,
              () ->
                  new ModelTransfer(lying)
                      .run(toy.plan(), toy.cancellation(), toy.progress()::add));

      assertTrue(refusal.reason().contains(name), refusal.reason());
    }
  }

  @Test
  void aGraphThatIsNoneIsASentence() throws Exception {
    toy.server().putLarge("onnx/model.onnx", "this is no graph".getBytes(StandardCharsets.UTF_8));

    var refusal = assertThrows(HubException.class, toy::fetch);

    assertTrue(refusal.reason().contains("is no sound ONNX graph"), refusal.reason());
  }
}
