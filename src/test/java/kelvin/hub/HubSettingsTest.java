package kelvin.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The variables are those of the hub's own tools. If they meant something else here, a user would
/// fetch everything twice, or send a token where it does not belong.
final class HubSettingsTest {

  @TempDir Path home;

  @Test
  void withoutVariablesTheCacheIsThatOfTheHubsTools() throws Exception {
    var settings = HubSettings.of(home, Map.<String, String>of()::get);

    assertEquals(home.resolve(".cache/huggingface/hub"), settings.cache());
    assertEquals("https://huggingface.co", settings.endpoint().toString());
    assertTrue(settings.token().isEmpty());
    assertFalse(settings.offline());
  }

  @Test
  void theMoreSpecialVariableCounts() throws Exception {
    assertEquals(home.resolve("x/huggingface/hub"), cache(Map.of("XDG_CACHE_HOME", home + "/x")));
    assertEquals(
        home.resolve("h/hub"),
        cache(Map.of("XDG_CACHE_HOME", home + "/x", "HF_HOME", home + "/h")));
    assertEquals(
        home.resolve("c"), cache(Map.of("HF_HOME", home + "/h", "HF_HUB_CACHE", home + "/c")));
  }

  @Test
  void aTildeIsTheHomeFolderAlsoWithoutAShell() throws Exception {
    assertEquals(home.resolve("models/hub"), cache(Map.of("HF_HOME", "~/models")));
    assertEquals(home.resolve("c"), cache(Map.of("HF_HUB_CACHE", "~/c")));
  }

  private Path cache(Map<String, String> environment) throws HubException {
    return HubSettings.of(home, environment::get).cache();
  }

  @Test
  void theTokenOfTheFileIsUsedUnlessThatIsSwitchedOff() throws Exception {
    Files.writeString(home.resolve("token"), "hf_stored\n");
    var variables = Map.of("HF_HOME", home.toString());

    assertEquals(
        "Bearer hf_stored", HubSettings.of(home, variables::get).token().orElseThrow().header());
    assertTrue(
        HubSettings.of(
                home, Map.of("HF_HOME", home.toString(), "HF_HUB_DISABLE_IMPLICIT_TOKEN", "1")::get)
            .token()
            .isEmpty());
  }

  @Test
  void noTextShowsTheToken() throws Exception {
    var settings = HubSettings.of(home, Map.of("HF_TOKEN", "hf_secret")::get);

    assertFalse(settings.toString().contains("hf_secret"));
  }

  @Test
  void aTokenThatCannotBeOneIsRefusedAndNotShown() {
    var refusal =
        assertThrows(
            HubException.class, () -> HubSettings.of(home, Map.of("HF_TOKEN", "hf_a\nhf_b")::get));

    assertFalse(refusal.toString().contains("hf_a"), refusal.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://x", "huggingface.co", "https://", "https://a:b@x", "not an address", "//x"})
  void anEndpointThatIsNoneIsRefused(String endpoint) {
    var refusal =
        assertThrows(
            HubException.class, () -> HubSettings.of(home, Map.of("HF_ENDPOINT", endpoint)::get));

    assertEquals("HF_ENDPOINT is not the address of a hub.", refusal.reason());
  }
}
