package kelvin.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import kelvin.display.Theme;
import kelvin.window.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;

/// The themes meet the contrast ratios of WCAG 2.2.
class ContrastFxTest {

  /// Success criterion 1.4.3 (AA).
  private static final double TEXT = 4.5;

  /// Success criterion 1.4.11.
  private static final double SHAPE = 3;

  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void wordsStandOutFromWhatIsBehindThem(Theme theme) {
    var low = new ArrayList<String>();
    for (var ground : List.of("card", "ground", "selection")) {
      for (var ink :
          List.of("text", "soft", "faint", "nucleus", "surprisal", "loss", "draw", "problem")) {
        check(theme, ink, ground, TEXT, low);
      }
    }
    check(theme, "primary-text", "primary", TEXT, low);

    assertEquals(List.of(), low);
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void theAccentsAndOutlinesOfPlotsStandOutFromTheCard(Theme theme) {
    var low = new ArrayList<String>();
    for (var ink : List.of("bar", "surprisal", "nucleus", "outline")) {
      check(theme, ink, "card", SHAPE, low);
    }

    assertEquals(List.of(), low);
  }

  @Test
  void theProjectorHasMoreContrastThanTheLightTheme() {
    for (var ink : List.of("soft", "faint", "bar", "outline", "surprisal", "hairline")) {
      assertTrue(
          contrast(colour(Theme.PROJECTOR, ink), colour(Theme.PROJECTOR, "card"))
              > contrast(colour(Theme.LIGHT, ink), colour(Theme.LIGHT, "card")),
          ink);
    }
  }

  private static void check(
      Theme theme, String ink, String ground, double least, List<String> low) {
    double ratio = contrast(colour(theme, ink), colour(theme, ground));
    if (ratio < least) {
      low.add(theme + ": " + ink + " on " + ground + " has " + ratio);
    }
  }

  private static double contrast(Color one, Color other) {
    double lighter = Math.max(luminance(one), luminance(other));
    double darker = Math.min(luminance(one), luminance(other));
    return (lighter + 0.05) / (darker + 0.05);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double share) {
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  /// As the stylesheet defines it.
  private static Color colour(Theme theme, String name) {
    return Fx.get(
        () -> {
          var patch = new Region();
          patch.setStyle("-fx-background-color: -k-" + name + ";");
          var root = new StackPane(patch);
          ThemeStyle.applyToFigure(theme, new Scene(root));
          root.applyCss();
          return (Color) patch.getBackground().getFills().getFirst().getFill();
        });
  }
}
