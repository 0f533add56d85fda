package kelvin.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFoldersTest {

  private static final String HOME = "/home/ada";

  @Test
  void onLinuxTheXdgFoldersAreUsed() {
    var folders =
        UserFolders.of("Linux", HOME, Map.of("XDG_CONFIG_HOME", "/c", "XDG_STATE_HOME", "/s")::get);

    assertEquals(Path.of("/c/kelvin/settings.json"), folders.settingsFile());
    assertEquals(Path.of("/s/kelvin/autosave"), folders.autosaveFolder());
  }

  @Test
  void onLinuxTheyHaveTheirUsualPlaces() {
    var folders = UserFolders.of("Linux", HOME, Map.of("XDG_CONFIG_HOME", "relative")::get);

    assertEquals(Path.of("/home/ada/.config/kelvin/settings.json"), folders.settingsFile());
    assertEquals(Path.of("/home/ada/.local/state/kelvin/autosave"), folders.autosaveFolder());
  }

  @Test
  void otherSystemsHavePlacesOfTheirOwn() {
    var mac = UserFolders.of("Mac OS X", HOME, Map.<String, String>of()::get);
    var windows = UserFolders.of("Windows 11", HOME, Map.of("APPDATA", "/roaming")::get);

    assertEquals(
        Path.of(HOME, "Library", "Application Support", "Kelvin", "settings.json"),
        mac.settingsFile());
    assertEquals(Path.of("/roaming", "Kelvin", "settings.json"), windows.settingsFile());
  }
}
