package kelvin.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import kelvin.ui.theme.ThemeStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The heat scale of the stylesheet, and the text on it, can be read without colour vision.
class HeatScaleTest {

  private static final int SHADES = 64;

  /// Machado, Oliveira and Fernandes (2009), severity 1, on linear sRGB.
  private static final double[][] PROTANOPIA = {
    {0.152286, 1.052583, -0.204868},
    {0.114503, 0.786281, 0.099216},
    {-0.003882, -0.048116, 1.051998},
  };

  private static final double[][] DEUTERANOPIA = {
    {0.367322, 0.860646, -0.227968},
    {0.280085, 0.672501, 0.047413},
    {-0.011820, 0.042940, 0.968881},
  };

  private static final double[][] TRITANOPIA = {
    {1.255528, -0.076749, -0.178779},
    {-0.078411, 0.930809, 0.147602},
    {0.004733, 0.691367, 0.303900},
  };

  private static final double[][] FULL_COLOUR = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

  @ParameterizedTest
  @CsvSource({
    "light, -k-heat",
    "dark, -k-heat",
    "projector, -k-heat",
    "light, -k-cool",
    "dark, -k-cool",
    "projector, -k-cool",
  })
  void lightnessGoesOneWayOnlyForEveryEye(String theme, String name) throws IOException {
    var scale = scale(theme, name);
    double direction = theme.equals("dark") ? 1 : -1;

    for (var eye : new double[][][] {FULL_COLOUR, PROTANOPIA, DEUTERANOPIA, TRITANOPIA}) {
      for (int i = 1; i <= SHADES; i++) {
        double before = lightness(HeatScale.at(scale, (i - 1.0) / SHADES), eye);
        double after = lightness(HeatScale.at(scale, (double) i / SHADES), eye);
        assertTrue(direction * (after - before) > 0.1, theme + " at " + i + ": " + after);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark", "projector"})
  void neighbouringClassesOfRanksAreToldApartWithoutRedAndGreen(String theme) throws IOException {
    var scale = scale(theme, "-k-heat");
    var classes = RankClass.values();

    for (int i = 1; i < classes.length; i++) {
      double one = lightness(HeatScale.at(scale, classes[i - 1].shade()), DEUTERANOPIA);
      double other = lightness(HeatScale.at(scale, classes[i].shade()), DEUTERANOPIA);
      assertTrue(Math.abs(one - other) > 8, classes[i] + ": " + one + " and " + other);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "light, -k-heat",
    "dark, -k-heat",
    "projector, -k-heat",
    "light, -k-cool",
    "dark, -k-cool",
    "projector, -k-cool",
  })
  void textIsLegibleOnEveryShade(String theme, String name) throws IOException {
    var scale = scale(theme, name);
    double text = luminance(Color.web(property(theme, "-k-text")), FULL_COLOUR);

    double min =
        DoubleStream.iterate(0, shade -> shade <= 1, shade -> shade + 1.0 / SHADES)
            .map(shade -> luminance(HeatScale.at(scale, shade), FULL_COLOUR))
            .map(ground -> (Math.max(ground, text) + 0.05) / (Math.min(ground, text) + 0.05))
            .min()
            .orElseThrow();

    assertTrue(min >= 4.5, "contrast " + min);
  }

  @Test
  void betweenTwoStopsColoursAreMixedInProportion() {
    var scale = LinearGradient.valueOf("to right, #000000 0%, #808080 50%, #ffffff 100%");

    assertEquals(Color.BLACK, HeatScale.at(scale, 0));
    assertEquals(Color.BLACK.interpolate(Color.web("#808080"), 0.5), HeatScale.at(scale, 0.25));
    assertEquals(Color.WHITE, HeatScale.at(scale, 1));
    assertEquals(Color.WHITE, HeatScale.at(scale, 1.5));
  }

  @Test
  void whatHasNoShadeHasNoColour() {
    assertEquals(Color.TRANSPARENT, HeatScale.at(Color.RED, Double.NaN));
  }

  private static LinearGradient scale(String theme, String name) throws IOException {
    var css = property(theme, name);
    return LinearGradient.valueOf(css.substring(css.indexOf('(') + 1, css.lastIndexOf(')')));
  }

  /// As the stylesheet defines it; the light theme comes first.
  private static String property(String theme, String name) throws IOException {
    try (var stream =
        Objects.requireNonNull(ThemeStyle.class.getResourceAsStream("kelvin.css"), "stylesheet")) {
      var css = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      var of = theme.equals("light") ? css : css.substring(css.indexOf(".root." + theme));
      var matcher = Pattern.compile(Pattern.quote(name) + ":\\s*([^;]+);").matcher(of);
      assertTrue(matcher.find(), name);
      return matcher.group(1).replaceAll("\\s+", " ");
    }
  }

  /// CIE L*, 0..100, of a colour as an eye perceives it.
  private static double lightness(Color colour, double[][] eye) {
    double y = luminance(colour, eye);
    return y > 216.0 / 24389 ? 116 * Math.cbrt(y) - 16 : y * 24389 / 27;
  }

  private static double luminance(Color colour, double[][] eye) {
    double[] linear = {
      linear(colour.getRed()), linear(colour.getGreen()), linear(colour.getBlue())
    };
    double[] weights = {0.2126, 0.7152, 0.0722};
    double luminance = 0;
    for (int row = 0; row < 3; row++) {
      double seen = 0;
      for (int column = 0; column < 3; column++) {
        seen += eye[row][column] * linear[column];
      }
      luminance += weights[row] * Math.clamp(seen, 0.0, 1.0);
    }
    return luminance;
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
