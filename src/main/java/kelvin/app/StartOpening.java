package kelvin.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import kelvin.engine.ModelEvent;
import kelvin.ui.playground.PlaygroundViewModel;

/// Opens the document that the program was started with. A window is never left without a model: if
/// the requested one fails to open, the bundled one opens and the reason is shown above the panels.
final class StartOpening {

  private final PlaygroundViewModel playground;
  private final Consumer<Path> opener;
  private final Consumer<Path> sessions;
  private final Path bundled;

  /// True if a model that the user chose is opening and may fail.
  private boolean mayFallBack;

  /// @param opener opens a model folder
  /// @param sessions opens a session file
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
        // If the session names another model, that one opens next.
        opener.accept(bundled);
        sessions.accept(file);
      }
      case StartDocument.Unusable(var sentence) -> {
        playground.notices().report("Not opened: " + sentence);
        opener.accept(bundled);
      }
    }
  }

  /// Takes an event of the model, on the FX thread and after the playground.
  void follow(ModelEvent event) {
    if (event instanceof ModelEvent.Distrusted(var folder, _, _)) {
      mayFallBack = !folder.equals(bundled);
    } else if (event instanceof ModelEvent.Opened) {
      mayFallBack = false;
    } else if (mayFallBack && event instanceof ModelEvent.Failed) {
      mayFallBack = false;
      var model = playground.model();
      playground.notices().report(model.problemProperty().get(), model.detailsProperty().get());
      opener.accept(bundled);
    }
  }
}
