package kelvin.ui.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import kelvin.ui.plot.PlotRegion.Ink;
import kelvin.ui.theme.ThemeStyle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The lines of a plot can be told apart by colour, on the ground of each theme and with each kind
/// of colour blindness. If these fail, some readers see two lines as one.
class SeriesColoursTest {

  /// The least contrast of a graphical object in WCAG 2.
  private static final double MIN_CONTRAST = 3;

  /// A distance in CIE L*a*b* that is seen at a glance; 2 is just visible side by side.
  private static final double MIN_DISTANCE = 15;

  /// Machado, Oliveira and Fernandes (2009), full severity, on linear RGB: normal sight,
  /// protanopia, deuteranopia, tritanopia.
  private static final double[][] SIGHTS = {
    {1, 0, 0, 0, 1, 0, 0, 0, 1},
    {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
    {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
    {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900}
  };

  @ParameterizedTest
  @ValueSource(strings = {".root", ".root.dark", ".root.projector"})
  void everyLineStandsOutFromTheGround(String theme) throws IOException {
    var ground = luminance(colour(theme, "-k-card"));
    for (var series : series(theme)) {
      double line = luminance(series);
      double contrast = (Math.max(line, ground) + 0.05) / (Math.min(line, ground) + 0.05);
      assertTrue(contrast >= MIN_CONTRAST, theme + " " + series + ": " + contrast);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".root", ".root.dark", ".root.projector"})
  void noTwoLinesLookAlikeToAnyEye(String theme) throws IOException {
    var series = series(theme);
    for (var sight : SIGHTS) {
      for (int i = 0; i < series.size(); i++) {
        for (int j = 0; j < i; j++) {
          double distance = distance(lab(series.get(i), sight), lab(series.get(j), sight));
          assertTrue(distance >= MIN_DISTANCE, theme + " " + i + " and " + j + ": " + distance);
        }
      }
    }
  }

  private static List<Color> series(String theme) throws IOException {
    var colours = new ArrayList<Color>();
    for (var ink : Ink.SERIES) {
      colours.add(colour(theme, ink.property().replace("-kelvin-", "-k-")));
    }
    assertEquals(6, colours.size());
    return colours;
  }

  private static Color colour(String theme, String name) throws IOException {
    try (var in =
        Objects.requireNonNull(ThemeStyle.class.getResourceAsStream("kelvin.css"), "kelvin.css")) {
      var css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      int start = css.indexOf("\n" + theme + " {");
      var block = css.substring(start, css.indexOf("\n}", start));
      var found = Pattern.compile(Pattern.quote(name) + ": (#[0-9a-f]{6});").matcher(block);
      assertTrue(found.find(), theme + " has no " + name);
      return Color.web(found.group(1));
    }
  }

  private static double[] linear(Color colour) {
    return new double[] {
      linear(colour.getRed()), linear(colour.getGreen()), linear(colour.getBlue())
    };
  }

  private static double linear(double c) {
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  private static double luminance(Color colour) {
    var rgb = linear(colour);
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
  }

  private static double[] lab(Color colour, double[] sight) {
    var rgb = linear(colour);
    var seen = new double[3];
    for (int i = 0; i < 3; i++) {
      double sum = 0;
      for (int j = 0; j < 3; j++) {
        sum += sight[3 * i + j] * rgb[j];
      }
      seen[i] = Math.clamp(sum, 0, 1);
    }
    double x = root((0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047);
    double y = root(0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2]);
    double z = root((0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double root(double t) {
    return t > 216 / 24389.0 ? Math.cbrt(t) : (24389 / 27.0 * t + 16) / 116;
  }

  private static double distance(double[] a, double[] b) {
    return Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
  }
}
