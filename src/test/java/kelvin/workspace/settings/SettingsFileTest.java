package kelvin.workspace.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kelvin.display.BarScale;
import kelvin.display.InformationUnit;
import kelvin.display.LogitsMemory;
import kelvin.display.Shading;
import kelvin.display.Theme;
import kelvin.workspace.settings.Settings.WindowPlace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A damaged settings file stops the start, or is lost.
class SettingsFileTest {

  private static final Settings SETTINGS =
      new Settings(
          Optional.of(Theme.DARK),
          1.5,
          Optional.of(new WindowPlace(-10, 20.5, 1300, 820, true)),
          new PanelPlaces(
              List.of(0.25, 0.8),
              Map.of("few-shot", List.of(0.6, 0.5)),
              Optional.of(List.of("few-shot", "text"))),
          Optional.of(BarScale.LARGEST),
          Optional.of(Shading.RANK),
          Optional.of(InformationUnit.NATS),
          Optional.of(LogitsMemory.MB_512),
          "lab",
          List.of(Path.of("/home/ada/a.kelvin"), Path.of("/home/ada/b.kelvin")),
          List.of(Path.of("/models/tiny")));

  @TempDir private Path folder = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void nameAFile() {
    file = folder.resolve("config").resolve("settings.json");
  }

  @Test
  void theFirstStartHasNoSettings() {
    var opened = SettingsFile.open(file);

    assertEquals(Settings.FIRST, opened.settings());
    assertEquals(Optional.empty(), opened.problem());
  }

  @Test
  void whatIsSavedIsThereAtTheNextStart() throws Exception {
    SettingsFile.open(file).file().write(SETTINGS);

    var opened = SettingsFile.open(file);

    assertEquals(SETTINGS, opened.settings());
    assertEquals(Optional.empty(), opened.problem());
  }

  @Test
  void damagedSettingsAreKeptAsideAndSaid() throws Exception {
    SettingsFile.open(file).file().write(SETTINGS);
    var whole = Files.readString(file);
    var damaged = new ArrayList<String>();
    for (int length = 0; length < whole.length() - 2; length += 7) {
      damaged.add(whole.substring(0, length));
    }
    damaged.add(whole.replace("0.25", "\"left\""));
    damaged.add(whole.replace("0.25", "25"));
    damaged.add(whole.replace("true", "12"));
    damaged.add(whole.replace("-10", "1e999"));
    for (var content : damaged) {
      Files.writeString(file, content);

      var opened = SettingsFile.open(file);

      assertEquals(Settings.FIRST, opened.settings());
      assertTrue(opened.problem().orElseThrow().contains("settings.json.damaged"));
      assertEquals(content, Files.readString(file.resolveSibling("settings.json.damaged")));
      assertFalse(Files.exists(file));
      Files.delete(file.resolveSibling("settings.json.damaged"));
    }
  }

  @Test
  void aSecondDamagedFileDoesNotReplaceTheFirst() throws Exception {
    Files.createDirectories(folder.resolve("config"));
    for (var content : List.of("first", "second")) {
      Files.writeString(file, content);
      SettingsFile.open(file);
    }

    assertEquals("first", Files.readString(file.resolveSibling("settings.json.damaged")));
    assertEquals("second", Files.readString(file.resolveSibling("settings.json 2.damaged")));
  }

  @Test
  void nobodyElseReadsTheSettings() throws Exception {
    SettingsFile.open(file).file().write(SETTINGS);

    assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file));
    assertEquals(
        PosixFilePermissions.fromString("rwx------"),
        Files.getPosixFilePermissions(folder.resolve("config")));
  }

  @Test
  void settingsOfANewerKelvinAreLeftAsTheyAre() throws Exception {
    Files.createDirectories(folder.resolve("config"));
    var newer = "{\"format\": \"kelvin-settings\", \"version\": 99}";
    Files.writeString(file, newer);

    var opened = SettingsFile.open(file);
    opened.file().write(SETTINGS);

    assertTrue(opened.problem().orElseThrow().contains("newer Kelvin"));
    assertEquals(newer, Files.readString(file));
  }

  @Test
  void recentPathsAreThereOnceAndTheLatestComesFirst() {
    List<Path> recent = List.of();
    for (int i = 0; i < 15; i++) {
      recent = Settings.withFirst(Path.of("file " + i), recent);
    }
    recent = Settings.withFirst(Path.of("file 12"), recent);

    assertEquals(Settings.MAX_RECENT, recent.size());
    assertEquals(Path.of("file 12"), recent.getFirst());
    assertEquals(Path.of("file 14"), recent.get(1));
  }
}
