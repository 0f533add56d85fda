package kelvin.ui.text;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableIntegerValue;
import javafx.beans.value.ObservableObjectValue;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.text.Text;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PlotRegion;
import org.jspecify.annotations.Nullable;

/// Paints the shades and lines of tokens behind their text. While a text grows and nothing else
/// changes, only the new tokens are painted.
final class TokenShading extends PlotRegion {

  private final Shown shown;
  private final TokenBoxes boxes = new TokenBoxes();
  private boolean stale = true;
  private boolean afterLayout;

  /// Null while the canvas shows no tokens.
  private @Nullable Picture painted;

  private int additions;

  /// The values that are painted.
  ///
  /// @param text the laid-out text; null while there is none
  /// @param selected index of the token to frame; −1 for none
  /// @param current whether the tokens belong to the text
  record Shown(
      Supplier<@Nullable Text> text,
      ObservableObjectValue<List<ShadedToken>> tokens,
      ObservableIntegerValue selected,
      ObservableBooleanValue current) {}

  /// The shades that were painted, with their places.
  private record Picture(
      List<ShadedToken> tokens, List<List<Bounds>> boxes, int selected, Point2D origin) {

    /// True if another picture has the same tokens at the same places, and perhaps more behind.
    boolean isBeginningOf(Picture other) {
      int count = tokens.size();
      return count <= other.tokens.size()
          && selected == other.selected
          && origin.equals(other.origin)
          && tokens.equals(other.tokens.subList(0, count))
          && boxes.equals(other.boxes.subList(0, count));
    }
  }

  TokenShading(Shown shown) {
    super("prompt-shading");
    this.shown = shown;
    setMouseTransparent(true);
    setMinSize(0, 0);
  }

  /// During a layout pass the text may still move, so the shading is painted again after the pass.
  @Override
  protected void paint(Pen graphics, double width, double height) {
    stale = !afterLayout;
    painted = null;
    var text = shown.text().get();
    var tokens = shown.tokens().get();
    if (text != null && shown.current().get() && (afterLayout || boxes.areOf(text, tokens))) {
      var painter = new ShadingPainter(this, text);
      var now = picture(text, painter);
      painter.paint(now.tokens(), now.boxes(), 0, now.selected());
      painted = now;
    }
  }

  private Picture picture(Text text, ShadingPainter painter) {
    var tokens = shown.tokens().get();
    return new Picture(tokens, boxes.of(text, tokens), shown.selected().get(), painter.origin());
  }

  /// Asks for a layout, after which it is painted. JavaFX would forget a layout that is requested
  /// while the text area is laid out, so the stale state is also remembered here.
  void refresh() {
    stale = true;
    requestLayout();
  }

  /// Asks for a picture of its own, such as one without tokens.
  void paintAnew() {
    stale = true;
    repaint();
  }

  void paintIfStale() {
    if (stale && !paintMore()) {
      afterLayout = true;
      paintNow();
      afterLayout = false;
    }
  }

  /// Paints new tokens beside those that are painted.
  ///
  /// @return false if the others have changed, too
  private boolean paintMore() {
    var before = painted;
    var text = shown.text().get();
    if (before == null || text == null || !shown.current().get() || !isPainted()) {
      return false;
    }
    var painter = new ShadingPainter(this, text);
    var now = picture(text, painter);
    if (!before.isBeginningOf(now)) {
      return false;
    }
    painter.paint(now.tokens(), now.boxes(), before.tokens().size(), now.selected());
    painted = now;
    stale = false;
    additions++;
    return true;
  }

  /// The number of times that only new tokens were painted.
  int additions() {
    return additions;
  }
}
