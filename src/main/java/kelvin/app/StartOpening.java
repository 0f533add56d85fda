package kelvin.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import kelvin.engine.ModelEvent;
import kelvin.ui.playground.PlaygroundViewModel;

/// Opens what the program was started with. A window never stays without a model: where the one
/// asked for does not open, its sentence stands above the one that comes with Kelvin.
final class StartOpening {

  private final PlaygroundViewModel playground;
  private final Consumer<Path> opener;
  private final Consumer<Path> sessions;
  private final Path bundled;

  /// Whether a model of the user's is on its way that may fail.
  private boolean mayFallBack;

  /// @param opener opens a model's folder
  /// @param sessions opens a session's file
  /// @param bundled the model that comes with Kelvin
  StartOpening(
      PlaygroundViewModel playground,
      Consumer<Path> opener,
      Consumer<Path> sessions,
      Path bundled) {
    this.playground = playground;
    this.opener = opener;
    this.sessions = sessions;
    this.bundled = bundled;
  }

  void open(Optional<StartDocument> document) {
    switch (document.orElse(new StartDocument.Model(bundled))) {
      case StartDocument.Model(var path) -> {
        mayFallBack = !path.equals(bundled);
        opener.accept(path);
      }
      case StartDocument.Session(var file) -> {
        // Its own model, where it names another, comes after.
        opener.accept(bundled);
        sessions.accept(file);
      }
      case StartDocument.Unusable(var sentence) -> {
        playground.notices().report("Not opened: " + sentence);
        opener.accept(bundled);
      }
    }
  }

  /// Called on the FX thread with what happens to the model, after the playground was.
  void follow(ModelEvent event) {
    if (event instanceof ModelEvent.Opened) {
      mayFallBack = false;
    } else if (mayFallBack && event instanceof ModelEvent.Failed) {
      mayFallBack = false;
      playground.notices().report(playground.model().problemProperty().get());
      opener.accept(bundled);
    }
  }
}
