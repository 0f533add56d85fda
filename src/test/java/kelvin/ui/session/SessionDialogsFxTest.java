package kelvin.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import kelvin.ui.session.Questions.Unsaved;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The question about unsaved work, answered with its buttons.
class SessionDialogsFxTest {

  @RegisterExtension
  private static final WindowExtension WINDOW = WindowExtension.showing("Once upon a time");

  private final OpenWindow window;

  SessionDialogsFxTest(OpenWindow window) {
    this.window = window;
  }

  @ParameterizedTest
  @CsvSource({"unsaved-save, SAVE", "unsaved-let-go, LET_GO", "unsaved-cancel, CANCEL"})
  void everyButtonIsItsAnswer(String button, Unsaved expected) throws Exception {
    var answer = new CompletableFuture<Unsaved>();
    var stage = (Stage) window.root().getScene().getWindow();
    Platform.runLater(() -> answer.complete(new SessionDialogs(stage).askAboutUnsaved("capitals")));
    window.waitUntil(() -> window.robot().lookup("#" + button).tryQuery().isPresent());

    var pressed = window.robot().lookup("#" + button).queryButton();
    Fx.run(
        () -> {
          pressed.fire();
        });

    assertEquals(expected, answer.get(60, TimeUnit.SECONDS));
  }
}
