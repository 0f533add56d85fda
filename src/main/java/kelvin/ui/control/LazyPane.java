package kelvin.ui.control;

import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A pane that is visible only while a condition holds. It makes its content the first time it is
/// shown, so that hidden content costs no time at start and none in a frame.
public final class LazyPane<T extends Node> extends StackPane {

  private final Supplier<T> factory;
  private @Nullable T content;

  public LazyPane(ObservableValue<Boolean> isShown, Supplier<T> factory) {
    this.factory = factory;
    isShown.subscribe(this::show);
  }

  private void show(boolean shown) {
    if (shown) {
      content();
    }
    setVisible(shown);
    setManaged(shown);
  }

  /// Returns the content; makes it first if it was never shown.
  public T content() {
    var made = content;
    if (made == null) {
      made = factory.get();
      content = made;
      getChildren().add(made);
    }
    return made;
  }
}
