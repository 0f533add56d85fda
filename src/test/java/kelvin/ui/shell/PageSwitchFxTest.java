package kelvin.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.scene.Node;
import kelvin.ui.playground.Page;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The bar at the top stays as it is on every page. If this fails, the pages and the menus jump
/// under the mouse, and the facts about the model are cut off on some of them.
class PageSwitchFxTest {

  @RegisterExtension
  private static final WindowExtension WINDOW = WindowExtension.showing("Once upon a time");

  private final OpenWindow window;

  PageSwitchFxTest(OpenWindow window) {
    this.window = window;
  }

  @ParameterizedTest
  @EnumSource(Page.class)
  void aChosenPageMovesNothingInTheBar(Page page) {
    var before = places();

    Fx.run(() -> window.playground().pages().pageProperty().set(page));
    Fx.settle();

    assertEquals(before, places());
  }

  private List<String> places() {
    return Fx.get(
        () ->
            List.of("model-picker", "page-playground", "page-paths", "page-compare", "page-lab")
                .stream()
                .map(id -> window.find(id, Node.class))
                .map(node -> node.localToScene(node.getLayoutBounds()).toString())
                .toList());
  }
}
