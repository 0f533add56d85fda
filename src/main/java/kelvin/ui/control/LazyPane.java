package kelvin.ui.control;

import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A place in the window that is there while something holds. What it shows is made the first time
/// that it does: a start does not wait for what nobody looks at, and no frame passes over it.
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

  /// What it shows, made now at the latest.
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
