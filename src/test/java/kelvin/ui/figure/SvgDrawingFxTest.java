package kelvin.ui.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import kelvin.display.BarScale;
import kelvin.display.FigureLook;
import kelvin.display.Theme;
import kelvin.display.View;
import kelvin.ui.control.Numbers;
import kelvin.window.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/// A drawing shows the engine's numbers in shapes and words.
class SvgDrawingFxTest {

  /// `-k-bar` of the light theme.
  private static final String BAR = "#3b6fd4";

  private static final String HAIRLINE = "#e4e2dc";

  private final FigureData data = FigureFixture.data();

  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void everyViewIsWellFormedAndNamesItselfForThoseWhoCannotSeeIt(View view) throws Exception {
    var svg = draw(FigureFixture.compared(), FigureFixture.look(view));

    assertEquals("svg", svg.getDocumentElement().getTagName());
    assertEquals("font-variant-ligatures: none", svg.getDocumentElement().getAttribute("style"));
    var title = text(svg, "title").getFirst();
    assertTrue(title.startsWith(view.title()), title);
    assertTrue(text(svg, "desc").getFirst().contains("five & more"));
    assertTrue(text(svg, "text").stream().anyMatch(line -> line.contains("five & more")));
  }

  @Test
  void barsAreAsLongAsTheProbabilities() throws Exception {
    var distribution = data.picture().distribution();
    var scaled = distribution.scaled();
    // The final probability of the first token is the largest number, so it fills the scale.
    var share = scaled.probability(1) / distribution.finalProbability(1);
    var fullWidth = barWidths(BarScale.LARGEST).getFirst() / share;

    var widths = barWidths(BarScale.ABSOLUTE);

    assertEquals(4, widths.size());
    for (int rank = 1; rank <= 4; rank++) {
      assertEquals(scaled.probability(rank) * fullWidth, widths.get(rank - 1), 1e-3);
    }
  }

  private List<Double> barWidths(BarScale scale) throws Exception {
    var plots = FigureFixture.plots(scale);
    var svg = draw(FigureLook.of(View.BARS, Theme.LIGHT, plots));
    var widths = new ArrayList<Double>();
    for (var rectangle : elements(svg, "rect")) {
      // The samples in the legend have the same colour but are flatter.
      if (rectangle.getAttribute("fill").equals(BAR)
          && Double.parseDouble(rectangle.getAttribute("height")) > 10) {
        widths.add(Double.valueOf(rectangle.getAttribute("width")));
      }
    }
    return widths;
  }

  @Test
  void theCardHasTheLineAroundItThatThePictureHas() throws Exception {
    var frames =
        elements(draw(FigureFixture.look(View.CURVE)), "rect").stream()
            .filter(rectangle -> rectangle.getAttribute("stroke").equals(HAIRLINE))
            .toList();

    assertEquals(1, frames.size());
    assertEquals("none", frames.getFirst().getAttribute("fill"));
    assertEquals("11.5", frames.getFirst().getAttribute("rx"));
  }

  @Test
  void numbersAndTokensAreText() throws Exception {
    var words = text(draw(FigureFixture.look(View.BARS)), "text");

    var scaled = data.picture().distribution().scaled();
    for (int rank = 1; rank <= 4; rank++) {
      assertTrue(words.contains(Numbers.percent(scaled.probability(rank))), words.toString());
    }
    assertTrue(words.contains("<&>\""), words.toString());
    assertTrue(words.contains("…é"), words.toString());
    assertTrue(words.contains("␣"), words.toString());
  }

  @Test
  void fontsAreNamedWithWhatStandsInForThem() throws Exception {
    var fonts =
        elements(draw(FigureFixture.look(View.BARS)), "text").stream()
            .map(element -> element.getAttribute("font-family"))
            .distinct()
            .sorted()
            .toList();

    assertEquals(
        List.of("'Inter', 'Helvetica Neue', Arial, sans-serif", "'JetBrains Mono', monospace"),
        fonts);
  }

  @Test
  void aLongCaptionIsBrokenIntoLinesAsInThePicture() throws Exception {
    var wide = FigureFixture.look(View.BARS);
    var narrow = new FigureLook(wide.view(), 400, 0, wide.theme(), wide.plots());

    var words = text(draw(narrow), "text");

    assertTrue(words.stream().noneMatch(line -> line.matches("five & more.*tokens kept")));
    assertTrue(words.stream().anyMatch(line -> line.startsWith("five & more")));
    assertTrue(words.stream().anyMatch(line -> line.endsWith("tokens kept")));
  }

  @Test
  void theProjectorsDrawingIsTheSameInLarge() throws Exception {
    var svg =
        draw(FigureLook.of(View.CURVE, Theme.PROJECTOR, FigureFixture.plots(BarScale.LARGEST)));

    assertEquals("scale(1.5)", elements(svg, "g").getFirst().getAttribute("transform"));
    assertEquals("1280", svg.getDocumentElement().getAttribute("width"));
  }

  @Test
  void thePinnedOneAndTheDifferenceAreDrawn() throws Exception {
    var compared = FigureFixture.compared();

    var bars = text(draw(compared, FigureFixture.look(View.BARS)), "text");
    assertTrue(bars.contains("pinned"), bars.toString());
    assertTrue(bars.getLast().endsWith("pinned: before, τ 2"), bars.toString());

    var difference = text(draw(compared, FigureFixture.look(View.DIFFERENCE)), "text");
    var expected = compared.difference().orElseThrow().shifts().gained().getFirst().change();
    var points = String.format(Locale.ROOT, "+%.2f", 100 * expected);
    assertTrue(difference.contains(points), points + " in " + difference);
  }

  @Test
  void answersAreDrawnWithWhatWasNotExpanded() throws Exception {
    var words = text(draw(FigureFixture.answered(), FigureFixture.look(View.ANSWERS)), "text");

    assertTrue(words.contains("2 answers hold 60.0 %; 40.0 % not expanded"), words.toString());
    assertTrue(words.contains("not expanded"), words.toString());
    assertTrue(words.contains("•"), words.toString());
    assertTrue(words.getLast().endsWith("answers end at \\n  ·  7 runs"), words.toString());
  }

  private Document draw(FigureLook look) throws Exception {
    return draw(data, look);
  }

  private static Document draw(FigureData data, FigureLook look) throws Exception {
    var computed = Computed.of(data, look.view());
    var text = Fx.get(() -> SvgDrawing.of(FigureSheet.of(data, computed, look)));
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)));
  }

  private static List<Element> elements(Document document, String name) {
    var nodes = document.getElementsByTagName(name);
    var found = new ArrayList<Element>();
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }

  private static List<String> text(Document document, String name) {
    return elements(document, name).stream().map(Element::getTextContent).toList();
  }
}
