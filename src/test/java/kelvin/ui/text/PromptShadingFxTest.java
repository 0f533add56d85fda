package kelvin.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import kelvin.display.Theme;
import kelvin.text.Span;
import kelvin.ui.theme.ThemeStyle;
import kelvin.window.Fx;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// The shade of a token lies exactly behind its characters, whose positions come from the editor
/// itself.
class PromptShadingFxTest {

  private static final int WIDTH = 300;
  private static final int HEIGHT = 200;
  private static final double SMOOTHED_EDGE = 2;

  /// The gap between one token and the next.
  private static final double GAP = 1;

  private PromptArea area;
  private Scene scene;

  @BeforeEach
  void open() throws Exception {
    FxToolkit.registerPrimaryStage();
    area = Fx.get(PromptArea::new);
    scene =
        Fx.get(
            () -> {
              var made = new Scene(area, WIDTH, HEIGHT);
              ThemeStyle.apply(Theme.LIGHT, made);
              // Hides everything but the shade.
              area.lookup(".prompt-shading")
                  .setStyle(
                      "-kelvin-heat: red; -kelvin-hairline: transparent; -kelvin-draw: lime;");
              area.editor().setStyle("-fx-text-fill: transparent; -fx-display-caret: false;");
              // A stage of its own, because the primary stage keeps its place on the screen for
              // other tests.
              var stage = new Stage();
              stage.setScene(made);
              stage.show();
              return made;
            });
  }

  @AfterEach
  void close() {
    Fx.run(
        () -> {
          scene.getWindow().hide();
        });
  }

  @Test
  void aWindowForgetsAnEditorThatLeftIt() throws Exception {
    var left = Fx.get(() -> new WeakReference<>(showInstead(new PromptArea())));
    Fx.settle();

    Fx.run(() -> scene.setRoot(area));

    Fx.waitUntil(
        () -> {
          System.gc();
          return left.refersTo(null);
        });
  }

  private PromptArea showInstead(PromptArea other) {
    scene.setRoot(other);
    return other;
  }

  @Test
  void aWordInTheFirstLine() {
    assertShadeLiesBehind("Once upon a time", 4, 9);
  }

  @Test
  void aWordInAWrappedLine() {
    var text = "Once upon a time there was a little girl who lived in a house by the wide sea";

    assertShadeLiesBehind(text, text.indexOf(" wide"), text.indexOf(" wide") + 5);
  }

  @Test
  void aWordBehindTabs() {
    assertShadeLiesBehind("a\tbc\t\tword here", 6, 10);
  }

  @Test
  void aWordBehindEmojiAndChinese() {
    var text = "😀👩‍👩‍👧 日本語の word";

    assertShadeLiesBehind(text, text.indexOf("word"), text.length());
  }

  @Test
  void anEmojiOfTwoCodeUnits() {
    assertShadeLiesBehind("so 😀 what", 3, 5);
  }

  @Test
  void aWordAfterLineBreaks() {
    assertShadeLiesBehind("one\n\ntwo three", 9, 14);
  }

  @Test
  void aWordInALongTextThatWasScrolled() {
    var text = "all work and no play makes a dull day. ".repeat(60) + "The end of it";
    int from = text.indexOf("end");
    set(text, from, from + 3);
    moveCaret(0);
    moveCaret(text.length());

    // The caret is in the last line, which is visible.
    assertTrue(expected(from, from + 3).getMaxY() < HEIGHT);
    assertEqualBounds(expected(from, from + 3), shadeOf(snapshot()));
  }

  @Test
  void aTokenOverALineBreakHasAShadeInEachLine() {
    var text = "one\ntwo";
    set(text, 0, text.length());

    var shade = shadeOf(snapshot());

    assertEqualBounds(expected(0, text.length()), shade);
  }

  @Test
  void aDrawnTokenHasItsShadeAndStandsOnTheColourOfTheDraw() {
    setWithContinuation("Once upon", " a time", new Span(9, 11), new Span(11, 16));
    var image = snapshot();
    var first = expected(9, 11);
    var second = expected(11, 16);

    var shade = boundsOf(Color.RED, image);
    assertEquals(first.getMinY(), shade.getMinY(), SMOOTHED_EDGE, "top");
    assertEquals(second.getMaxX() - GAP, shade.getMaxX(), SMOOTHED_EDGE, "right");
    var line = boundsOf(Color.LIME, image);
    assertEquals(second.getMaxX() - GAP, line.getMaxX(), SMOOTHED_EDGE, "right");
    assertEquals(second.getMaxY(), line.getMaxY(), SMOOTHED_EDGE, "bottom");
    for (var box : List.of(first, second)) {
      int middle = (int) (box.getMinX() + box.getWidth() / 2);
      assertEquals(Color.RED, colour(image, middle, box.getMinY() + 3));
      assertEquals(Color.LIME, colour(image, middle, line.getMaxY() - 1));
    }
  }

  @Test
  void aMarkStandsWhereTheContinuationBeginsAndNowhereElse() {
    setWithContinuation("Once upon", " a time", new Span(9, 11), new Span(11, 16));
    var image = snapshot();
    var first = expected(9, 11);
    var second = expected(11, 16);
    double y = first.getMinY() + first.getHeight() / 2;

    assertEquals(Color.LIME, colour(image, Math.floor(first.getMinX()), y));
    assertNotEquals(Color.LIME, colour(image, Math.floor(second.getMinX()), y));
    assertEquals(Color.LIME, colour(image, Math.floor(first.getMinX()), first.getMinY() + 1));
  }

  @Test
  void aTokenOfThePromptHasNoLineOfTheDraw() {
    set("Once upon", 4, 9);

    assertEquals(0, boundsOf(Color.LIME, snapshot()).getWidth());
  }

  private void setWithContinuation(String prompt, String continuation, Span... drawn) {
    Fx.run(
        () -> {
          area.textProperty().set(prompt);
          area.continuationProperty().set(continuation);
          area.tokensProperty()
              .set(Stream.of(drawn).map(span -> new ShadedToken(span, 1, () -> "", true)).toList());
        });
    Fx.settle();
  }

  private static Color colour(Image image, double x, double y) {
    return image.getPixelReader().getColor((int) x, (int) y);
  }

  @Test
  void tokensOfAnOlderTextAreNotShown() {
    set("Once upon", 4, 9);
    Fx.run(
        () -> {
          area.currentProperty().set(false);
        });

    assertEquals(0, shadeOf(snapshot()).getWidth());
  }

  private void moveCaret(int index) {
    Fx.run(
        () -> {
          area.editor().positionCaret(index);
        });
    Fx.settle();
  }

  private void assertShadeLiesBehind(String text, int from, int to) {
    set(text, from, to);

    assertEqualBounds(expected(from, to), shadeOf(snapshot()));
  }

  private void set(String text, int from, int to) {
    Fx.run(
        () -> {
          area.textProperty().set(text);
          area.tokensProperty()
              .set(List.of(new ShadedToken(new Span(from, to), 1, () -> "", false)));
        });
    Fx.settle();
  }

  /// The position of the characters according to the editor's skin.
  private Bounds expected(int from, int to) {
    return Fx.get(
        () -> {
          var skin = (TextAreaSkin) area.editor().getSkin();
          @Nullable Bounds all = null;
          for (int i = from; i < to; i++) {
            if (area.editor().getText().charAt(i) != '\n') {
              var box = skin.getCharacterBounds(i);
              var bounds =
                  area.editor()
                      .localToScene(
                          new BoundingBox(
                              box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight()));
              all = all == null ? bounds : union(all, bounds);
            }
          }
          return all == null ? new BoundingBox(0, 0, 0, 0) : all;
        });
  }

  private static Bounds union(Bounds a, Bounds b) {
    double minX = Math.min(a.getMinX(), b.getMinX());
    double minY = Math.min(a.getMinY(), b.getMinY());
    return new BoundingBox(
        minX,
        minY,
        Math.max(a.getMaxX(), b.getMaxX()) - minX,
        Math.max(a.getMaxY(), b.getMaxY()) - minY);
  }

  private static void assertEqualBounds(Bounds expected, Bounds actual) {
    assertEquals(expected.getMinX(), actual.getMinX(), SMOOTHED_EDGE, "left");
    assertEquals(expected.getMaxX() - GAP, actual.getMaxX(), SMOOTHED_EDGE, "right");
    assertEquals(expected.getMinY(), actual.getMinY(), SMOOTHED_EDGE, "top");
    assertEquals(expected.getMaxY(), actual.getMaxY(), SMOOTHED_EDGE, "bottom");
  }

  private Image snapshot() {
    Fx.settle();
    return Fx.get(() -> scene.snapshot(null));
  }

  private static Bounds shadeOf(Image image) {
    return boundsOf(Color.RED, image);
  }

  private static Bounds boundsOf(Color colour, Image image) {
    @Nullable Bounds all = null;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (image.getPixelReader().getColor(x, y).equals(colour)) {
          var pixel = new BoundingBox(x, y, 1, 1);
          all = all == null ? pixel : union(all, pixel);
        }
      }
    }
    return all == null ? new BoundingBox(0, 0, 0, 0) : all;
  }
}
