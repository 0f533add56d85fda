package kelvin.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Settings and unsaved work are written where the user does not look for them.
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
  void onLinuxTheHomeIsThatOfTheEnvironment() {
    var environment = Map.of("HOME", "/home/elsewhere");

    var folders = UserFolders.of("Linux", HOME, environment::get);

    assertEquals(Path.of("/home/elsewhere/.config/kelvin/settings.json"), folders.settingsFile());
    assertEquals(Path.of("/home/elsewhere/.local/state/kelvin/autosave"), folders.autosaveFolder());
    assertEquals(
        Path.of("/home/elsewhere/.cache/kelvin"),
        AppFolders.cache("Linux", HOME, environment::get));
  }

  @Test
  void onEverySystemButWindowsOneHomeIsUsedForAll() {
    var environment = Map.of("HOME", "/home/elsewhere");

    assertEquals("/home/elsewhere", AppFolders.home("Linux", HOME, environment::get));
    assertEquals("/home/elsewhere", AppFolders.home("Mac OS X", HOME, environment::get));
    assertEquals(HOME, AppFolders.home("Windows 11", HOME, environment::get));
    assertEquals(
        Path.of("/home/elsewhere/Library/Caches/Kelvin"),
        AppFolders.cache("Mac OS X", HOME, environment::get));
    assertEquals(
        Path.of("/home/elsewhere/Library/Application Support/Kelvin/settings.json"),
        UserFolders.of("Mac OS X", HOME, environment::get).settingsFile());
  }

  @Test
  void aRelativeHomeIsIgnored() {
    assertEquals(
        Path.of("/home/ada/.cache/kelvin"),
        AppFolders.cache("Linux", HOME, Map.of("HOME", "ada")::get));
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
