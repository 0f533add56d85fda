package kelvin.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import kelvin.text.Span;
import kelvin.window.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// Boxes that are kept while a text grows are those of a fresh layout. Otherwise shades stand
/// behind other words than their own.
class TokenBoxesFxTest {

  private static final String STORY =
      "Once upon a time there was a little girl\nwho lived in an extraordinarily long house."
          + "\n\nShe saw a big dog and said: come with me, we will find the sea. \n";

  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void aTextThatGrowsByTokensHasTheBoxesOfAFreshLayout() {
    var all = tokens(STORY);
    Fx.run(
        () -> {
          var text = laidOut();
          var boxes = new TokenBoxes();
          for (int count = 1; count <= all.size(); count++) {
            var shown = all.subList(0, count);
            check(text, boxes, STORY.substring(0, shown.getLast().span().end()), shown);
          }
        });
  }

  @Test
  void aTextThatGrowsByLettersHasTheBoxesOfAFreshLayout() {
    Fx.run(
        () -> {
          var text = laidOut();
          var boxes = new TokenBoxes();
          for (int length = 1; length <= STORY.length(); length++) {
            var now = STORY.substring(0, length);
            check(text, boxes, now, tokens(now));
          }
        });
  }

  @Test
  void aWordThatMovesToTheNextLineTakesItsBoxAlong() {
    var before = "Once upon a time there w";
    var after = "Once upon a time there was a";
    Fx.run(
        () -> {
          var text = laidOut();
          text.setWrappingWidth(widthOf(text, before) + 1);
          var boxes = new TokenBoxes();
          double line = last(check(text, boxes, before, tokens(before))).getMinY();

          var moved = check(text, boxes, after, tokens(after));

          assertTrue(last(moved.subList(0, tokens(before).size())).getMinY() > line + 1);
        });
  }

  @Test
  void anotherFontMovesTheTokensOfTheSameText() {
    Fx.run(
        () -> {
          var text = laidOut();
          var boxes = new TokenBoxes();
          check(text, boxes, STORY, tokens(STORY));

          text.setFont(Font.font(22));

          check(text, boxes, STORY, tokens(STORY));
        });
  }

  @Test
  void anotherWidthMovesTheTokensOfTheSameText() {
    Fx.run(
        () -> {
          var text = laidOut();
          var boxes = new TokenBoxes();
          check(text, boxes, STORY, tokens(STORY));

          text.setWrappingWidth(120);

          check(text, boxes, STORY, tokens(STORY));
        });
  }

  /// Returns the boxes of the tokens after their text was set.
  private static List<List<Bounds>> check(
      Text text, TokenBoxes boxes, String now, List<ShadedToken> tokens) {
    text.setText(now);
    var kept = boxes.of(text, tokens);
    assertEquals(new TokenBoxes().of(text, tokens), kept, now);
    return List.copyOf(kept);
  }

  private static Bounds last(List<List<Bounds>> boxes) {
    return boxes.getLast().getLast();
  }

  private static double widthOf(Text like, String words) {
    var measured = new Text(words);
    measured.setFont(like.getFont());
    return measured.getLayoutBounds().getWidth();
  }

  private static Text laidOut() {
    var text = new Text();
    text.setTextOrigin(VPos.TOP);
    text.setFont(Font.font(14));
    text.setWrappingWidth(200);
    return text;
  }

  /// Words with their space, line breaks, and long words in two parts.
  private static List<ShadedToken> tokens(String text) {
    var tokens = new ArrayList<ShadedToken>();
    Pattern.compile(" ?[^ \\n]{1,7}|\\n+| ")
        .matcher(text)
        .results()
        .map(TokenBoxesFxTest::span)
        .forEach(span -> tokens.add(new ShadedToken(span, 1, () -> "", false)));
    return List.copyOf(tokens);
  }

  private static Span span(MatchResult match) {
    return new Span(match.start(), match.end());
  }
}
