package kelvin.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Makes labels for sentences that come and go, such as the reason why an input is refused. A label
/// takes no room while its sentence is empty.
public final class Sentences {

  private Sentences() {}

  /// A label for the reason why something cannot be done.
  public static Label problem(String id, ObservableValue<String> text) {
    return of(id, "problem", text);
  }

  public static Label of(String id, String styleClass, ObservableValue<String> text) {
    var label = new Label();
    label.setId(id);
    label.getStyleClass().add(styleClass);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.textProperty().bind(text);
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }
}
