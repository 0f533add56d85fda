package kelvin.app;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.image.Image;

/// Kelvin's icon in the sizes that title bars and task switchers ask for.
final class WindowIcons {

  private WindowIcons() {}

  static List<Image> load() {
    return Stream.of(16, 32, 48, 128)
        .map(size -> "icon-" + size + ".png")
        .map(name -> Objects.requireNonNull(WindowIcons.class.getResource(name), name))
        .map(url -> new Image(url.toExternalForm()))
        .toList();
  }
}
