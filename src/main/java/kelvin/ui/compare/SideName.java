package kelvin.ui.compare;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The name of a side in its colour, in front of everything that belongs to it.
final class SideName extends Label {

  /// @param name `A` or `B`
  SideName(String name) {
    super(name);
    getStyleClass().addAll("section-title", "side-name", "side-" + name);
    setMinWidth(Region.USE_PREF_SIZE);
  }

  /// The beginning of the ids of all nodes of a side.
  static String id(String name) {
    return "compare-" + name.toLowerCase(Locale.ROOT);
  }
}
