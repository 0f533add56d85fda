package kelvin.app;

import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The full screen of a lecture. The lecture ends by a key of its own, so the stage's key and its
/// hint are gone meanwhile, and come back with the size of the window.
final class FullScreen {

  private final Stage stage;

  /// Null while there is no lecture.
  private @Nullable Before before;

  /// The stage before the lecture. Null stands for the usual key and hint.
  private record Before(boolean full, @Nullable KeyCombination key, @Nullable String hint) {}

  FullScreen(Stage stage) {
    this.stage = stage;
  }

  void fill(boolean wanted) {
    var known = before;
    if (wanted && known == null) {
      before =
          new Before(
              stage.isFullScreen(),
              stage.getFullScreenExitKeyCombination(),
              stage.getFullScreenExitHint());
      stage.setFullScreenExitHint("");
      stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
      stage.setFullScreen(true);
    } else if (!wanted && known != null) {
      before = null;
      stage.setFullScreen(known.full());
      stage.setFullScreenExitKeyCombination(known.key());
      stage.setFullScreenExitHint(known.hint());
    }
  }
}
