package kelvin.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import kelvin.display.Theme;
import kelvin.text.Span;
import kelvin.ui.theme.ThemeStyle;
import kelvin.window.Fx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// If these tests fail, playing paints the whole text at each token, or leaves shades behind the
/// wrong words.
class TokenShadingFxTest {

  private static final String PROMPT = "Once";

  private final List<ShadedToken> tokens = new ArrayList<>();
  private final StringBuilder continuation = new StringBuilder();
  private PromptArea area;
  private TokenShading shading;
  private Scene scene;

  @BeforeEach
  void open() throws Exception {
    FxToolkit.registerPrimaryStage();
    area = Fx.get(PromptArea::new);
    shading = (TokenShading) Fx.get(() -> area.lookup(".prompt-shading"));
    scene =
        Fx.get(
            () -> {
              var made = new Scene(area, 300, 120);
              ThemeStyle.apply(Theme.LIGHT, made);
              area.textProperty().set(PROMPT);
              // A stage of its own, because the primary stage keeps its place on the screen for
              // other tests.
              var stage = new Stage();
              stage.setScene(made);
              stage.show();
              return made;
            });
    Fx.settle();
  }

  @AfterEach
  void close() {
    Fx.run(
        () -> {
          scene.getWindow().hide();
        });
  }

  @Test
  void aTokenBehindOthersIsPaintedAlone() {
    play(" a");
    int paints = shading.paints();
    int additions = shading.additions();

    play(" b");
    play(" c");

    assertEquals(paints, shading.paints());
    assertEquals(additions + 2, shading.additions());
  }

  @Test
  void aTextThatGrewLooksLikeOneThatWasSetAtOnce() {
    for (int i = 0; i < 60; i++) {
      play(i % 7 == 0 ? " somewhat longer" : " w" + i);
    }

    assertPaintedAsAnew();
  }

  @Test
  void aWordThatGrowsIntoTheNextLineTakesItsShadesAlong() {
    for (int i = 0; i < 24; i++) {
      play("bit");
    }

    assertPaintedAsAnew();
  }

  @Test
  void aTokenWithAnotherShadeIsPaintedAnew() {
    play(" a");
    play(" b");
    Fx.run(
        () -> {
          tokens.set(0, shaded(tokens.getFirst().span(), 0.9));
          area.tokensProperty().set(List.copyOf(tokens));
        });
    Fx.settle();

    assertPaintedAsAnew();
  }

  @Test
  void aTokenThatWasTakenBackLeavesNoShade() {
    play(" a");
    play(" b");
    Fx.run(
        () -> {
          tokens.removeLast();
          continuation.setLength(2);
          show();
        });
    Fx.settle();

    assertPaintedAsAnew();
  }

  /// Draws one more token.
  private void play(String token) {
    Fx.run(
        () -> {
          int start = PROMPT.length() + continuation.length();
          continuation.append(token);
          tokens.add(
              shaded(new Span(start, start + token.length()), (tokens.size() % 5 + 1) / 6.0));
          show();
        });
    Fx.settle();
  }

  private void show() {
    area.continuationProperty().set(continuation.toString());
    area.tokensProperty().set(List.copyOf(tokens));
  }

  private static ShadedToken shaded(Span span, double shade) {
    return new ShadedToken(span, shade, () -> "", true);
  }

  private void assertPaintedAsAnew() {
    var grown = snapshot();
    Fx.run(shading::paintAnew);
    Fx.settle();
    var anew = snapshot();

    for (int y = 0; y < anew.getHeight(); y++) {
      for (int x = 0; x < anew.getWidth(); x++) {
        assertEquals(
            anew.getPixelReader().getArgb(x, y),
            grown.getPixelReader().getArgb(x, y),
            "at " + x + ", " + y);
      }
    }
  }

  private Image snapshot() {
    return Fx.get(() -> scene.snapshot(null));
  }
}
