package kelvin.ui.plot.sweep;

import java.util.List;
import javafx.scene.input.KeyCode;

/// The keys of a plot with the focus.
///
/// @param plot the name that the user sees
/// @param styleClass by which the plot is found in the window
/// @param keys the most useful first
public record PlotKeys(String plot, String styleClass, List<Hint> keys) {

  /// Keys with the same effect.
  ///
  /// @param does the description that the user sees, such as `next or previous token`
  public record Hint(List<KeyCode> codes, String does) {

    public Hint {
      codes = List.copyOf(codes);
    }
  }

  /// The keys of all plots that take keys.
  public static final List<PlotKeys> ALL =
      List.of(
          new PlotKeys(
              "Bars",
              "token-bars",
              List.of(
                  hint("select the token above or below", KeyCode.UP, KeyCode.DOWN),
                  hint("a page up or down", KeyCode.PAGE_UP, KeyCode.PAGE_DOWN),
                  hint("the first or the last rank", KeyCode.HOME, KeyCode.END),
                  hint("take the selected token as the next", KeyCode.ENTER, KeyCode.SPACE))),
          new PlotKeys(
              "Cumulative curve",
              "cumulative-curve",
              List.of(
                  hint("raise or lower top-p (Shift: finer)", KeyCode.UP, KeyCode.DOWN),
                  hint("keep one token, or all tokens", KeyCode.HOME, KeyCode.END))),
          new PlotKeys(
              "Temperature film",
              "temperature-film",
              List.of(hint("lower or raise the temperature", KeyCode.LEFT, KeyCode.RIGHT))),
          new PlotKeys(
              "Points of a sweep",
              PointPlot.STYLE_CLASS,
              List.of(
                  hint("point at the one before or after", KeyCode.LEFT, KeyCode.RIGHT),
                  hint("the first or the last point", KeyCode.HOME, KeyCode.END),
                  hint("load its prompt into the playground", KeyCode.ENTER, KeyCode.SPACE))));

  public PlotKeys {
    keys = List.copyOf(keys);
  }

  private static Hint hint(String does, KeyCode... codes) {
    return new Hint(List.of(codes), does);
  }
}
