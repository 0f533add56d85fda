package kelvin.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import kelvin.display.Theme;
import kelvin.window.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.testfx.api.FxToolkit;

/// If these fail, the window looks different on each machine, or each change of the theme and each
/// export dialog takes memory and temporary files that only the end of the process gives back.
class FontsFxTest {

  /// Each goes through all themes.
  private static final int ROUNDS = 20;

  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  /// Holds even if one of them is installed on the machine under another full name.
  @Test
  void paintedTextHasKelvinsFonts() {
    assertEquals("JetBrains Mono", Fonts.numbers(12).getFamily());
    assertEquals("Inter", Fonts.words(12).getFamily());
  }

  @Test
  void eachFileIsLoadedOnceHoweverOftenTheThemeChanges() throws Exception {
    var scene = Fx.get(() -> new Scene(new Magnified(new DialogPane())));

    changeThemes(scene);

    var loaded = Fonts.loaded();
    assertEquals(Set.copyOf(loaded).size(), loaded.size(), loaded.toString());
    assertTrue(loaded.size() <= 4, loaded.toString());
  }

  /// JavaFX keeps each font that it was given in a temporary file, which it maps into memory.
  @Test
  @EnabledOnOs(OS.LINUX)
  void noMoreFontsAreInMemoryAfterManyChanges() throws Exception {
    var scene = Fx.get(() -> new Scene(new Label("Kelvin")));
    changeThemes(scene);
    long before = mappedFonts();

    changeThemes(scene);

    assertEquals(before, mappedFonts());
  }

  private static void changeThemes(Scene scene) throws Exception {
    Fx.run(
        () -> {
          for (int round = 0; round < ROUNDS; round++) {
            for (var theme : Theme.values()) {
              ThemeStyle.apply(theme, scene);
              ThemeStyle.applyToFigure(theme, new Scene(new Label("a figure")));
              scene.snapshot(null);
            }
          }
        });
  }

  private static long mappedFonts() throws IOException {
    try (var maps = Files.lines(Path.of("/proc/self/maps"))) {
      return maps.filter(line -> line.contains("JXF")).distinct().count();
    }
  }
}
