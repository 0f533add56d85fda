package kelvin.ui.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// The page on show. A page is made when it is first looked at, so that a start waits for none but
/// its own.
final class PageStack extends StackPane {

  private final Function<Page, Node> factory;
  private final Map<Page, Node> made = new EnumMap<>(Page.class);

  PageStack(ObservableValue<Page> page, Function<Page, Node> factory) {
    this.factory = factory;
    page.subscribe(this::show);
  }

  private void show(Page wanted) {
    if (!made.containsKey(wanted)) {
      var node = factory.apply(wanted);
      made.put(wanted, node);
      getChildren().add(node);
    }
    made.forEach(
        (page, node) -> {
          node.setVisible(page == wanted);
          node.setManaged(page == wanted);
        });
  }
}
