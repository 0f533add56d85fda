package kelvin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class InspectCommandTest {

  @Test
  void saysWhatTheModelIs() {
    var json = CliRun.of("inspect", "--json").json();

    assertEquals("fake-model", json.get("model").getAsString());
    assertEquals("float32", json.get("precision").getAsString());
    assertEquals(32, json.get("contextLength").getAsInt());
    assertEquals(257, json.get("vocabularySize").getAsInt());
    assertEquals(260, json.get("logitCount").getAsInt());
    assertEquals("none", json.get("cache").getAsString());
    assertEquals(1234, first(json, "files").get("size").getAsLong());
    assertEquals("tokens", first(json, "inputs").get("role").getAsString());
    assertEquals("logits", first(json, "outputs").get("name").getAsString());
    assertEquals("<s>", first(json, "startTokens").get("token").getAsString());
    assertEquals(0.5, first(json, "probes").get("largestDifference").getAsDouble());
    assertEquals("It is only a fake.", json.getAsJsonArray("warnings").get(0).getAsString());
  }

  private static com.google.gson.JsonObject first(com.google.gson.JsonObject json, String array) {
    return json.getAsJsonArray(array).get(0).getAsJsonObject();
  }

  @Test
  void saysItToPeopleToo() {
    var out = CliRun.of("inspect").out();

    assertTrue(out.contains("model.onnx  1,234"));
    assertTrue(out.contains("\nweights "));
    assertTrue(out.contains("causal"));
    assertTrue(out.contains("warning: It is only a fake."));
    assertTrue(out.contains("<s> (0)"));
  }
}
