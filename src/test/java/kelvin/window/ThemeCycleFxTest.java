package kelvin.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.DoubleStream;
import kelvin.display.Theme;
import kelvin.prompt.Composition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// If this fails, a look at another theme leaves the panes with other widths.
class ThemeCycleFxTest {

  @RegisterExtension
  private static final WindowExtension WINDOW =
      WindowExtension.showing("Once upon a time there was a little");

  private final OpenWindow window;

  ThemeCycleFxTest(OpenWindow window) {
    this.window = window;
  }

  @Test
  void afterAllThemesEveryPaneHasItsWidthAgain() throws Exception {
    for (var way : Composition.ALL) {
      Fx.run(
          () -> {
            window.playground().prompt().compositionProperty().set(way);
          });
      Fx.settle();
      var before = dividers();

      for (var theme : List.of(Theme.DARK, Theme.PROJECTOR, Theme.LIGHT)) {
        window.show(theme);
        Fx.settle();
      }

      assertEquals(before, dividers(), way.label());
    }
  }

  @Test
  void aDividerThatTheUserMovesInAThemeStaysThere() throws Exception {
    window.show(Theme.PROJECTOR);
    Fx.settle();
    Fx.run(
        () -> {
          panels().setDividerPosition(0, 0.4);
        });
    Fx.settle();
    var moved = dividers();

    window.show(Theme.LIGHT);
    Fx.settle();

    assertEquals(moved.getFirst(), dividers().getFirst(), 0.01);
  }

  private javafx.scene.control.SplitPane panels() {
    return (javafx.scene.control.SplitPane) window.root().lookup(".panels");
  }

  /// The positions of the dividers, in thousandths.
  private List<Double> dividers() {
    return Fx.get(
        () ->
            DoubleStream.of(panels().getDividerPositions())
                .map(position -> Math.rint(position * 1000) / 1000)
                .boxed()
                .toList());
  }
}
