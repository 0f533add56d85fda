package kelvin.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kelvin.remote.fixture.TestServer.Answer;
import org.junit.jupiter.api.Test;

/// Addresses and models that cannot be used. If these tests fail, a user gets no reason, or a
/// password in an address is shown or sent.
class RefusedServersTest extends ServedToy {

  @Test
  void aServerThatIsNotThereIsSaid() {
    var said = refusal("oip+http://127.0.0.1:1/v2/models/toy");
    assertTrue(said.contains("127.0.0.1:1 cannot be reached"), said);
  }

  @Test
  void aModelThatIsNotThereIsSaid() {
    var said = refusal("oip+http://" + server.host() + "/v2/models/other");
    assertTrue(said.contains("has no such model"), said);
  }

  @Test
  void aModelThatIsNoLanguageModelIsSaid() {
    server.on(
        "/v2/models/other",
        (_, _) ->
            Answer.json(
                "{\"name\":\"other\",\"inputs\":[{\"name\":\"image\",\"datatype\":\"FP32\","
                    + "\"shape\":[-1,3,224,224]}],\"outputs\":[]}"));
    var said = refusal("oip+http://" + server.host() + "/v2/models/other");
    assertTrue(said.contains("needs the input image (FP32, shape [-1, 3, 224, 224])"), said);
  }

  @Test
  void addressesThatCannotBeUsedAreExplainedBeforeAnythingIsSent() {
    var said = refusal("oip+http://me:pass@" + server.host() + "/v2/models/toy");
    assertTrue(said.contains("Leave out what stands before @"), said);
    assertFalse(said.contains("pass@"), said);
    assertNotNull(refusal("oip+ftp://host/v2/models/toy"));
    assertNotNull(refusal("what+http://host/"));
    assertNotNull(refusal("http://host/v2/models/toy"));
    assertNotNull(refusal("oip+http://ho st/"));
    assertEquals(List.of(), server.seen());
  }
}
