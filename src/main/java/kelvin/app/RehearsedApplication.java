package kelvin.app;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import javafx.util.Duration;
import kelvin.cli.environment.ExitCode;
import kelvin.ui.plot.bars.TokenBars;

/// The user's window, which types a word after its first distribution and then closes.
public final class RehearsedApplication extends Application {

  private static final Duration TIME_LIMIT = Duration.minutes(2);
  private static final Duration BETWEEN_LOOKS = Duration.millis(200);

  /// The number of looks until the answers to the typed word are painted.
  private static final int LOOKS_AFTER_TYPING = 10;

  private final KelvinApplication window = new KelvinApplication();
  private int looksAfterTyping;

  /// For the toolkit.
  public RehearsedApplication() {}

  @Override
  public void start(Stage stage) {
    window.start(stage);
    var looks = new Timeline(new KeyFrame(BETWEEN_LOOKS, _ -> look(stage.getScene())));
    looks.setCycleCount((int) (TIME_LIMIT.toMillis() / BETWEEN_LOOKS.toMillis()));
    looks.setOnFinished(_ -> Runtime.getRuntime().halt(ExitCode.UNUSABLE));
    looks.play();
  }

  private void look(Scene scene) {
    if (looksAfterTyping > 0) {
      looksAfterTyping++;
    } else if (scene.lookup("#bars") instanceof TokenBars bars
        && bars.pictureProperty().get() != null) {
      looksAfterTyping = 1;
      if (scene.getFocusOwner() instanceof TextArea editor) {
        editor.appendText(" girl");
      }
    }
    if (looksAfterTyping > LOOKS_AFTER_TYPING) {
      Platform.exit();
    }
  }

  @Override
  public void stop() {
    window.stop();
  }
}
