package kelvin.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import kelvin.ui.session.Questions.Changed;
import kelvin.ui.session.Questions.Unsaved;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The questions about unsaved work and changed files, answered with their buttons. A wrong answer
/// loses work.
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

    press(button);

    assertEquals(expected, answer.get(60, TimeUnit.SECONDS));
  }

  @ParameterizedTest
  @CsvSource({
    "changed-save-as, SAVE_AS",
    "changed-overwrite, OVERWRITE",
    "changed-show, SHOW_DIFFERENCE",
    "changed-cancel, CANCEL"
  })
  void everyButtonAboutAChangedFileIsItsAnswer(String button, Changed expected) throws Exception {
    var answer = new CompletableFuture<Changed>();
    var stage = (Stage) window.root().getScene().getWindow();
    Platform.runLater(
        () -> answer.complete(new SessionDialogs(stage).askAboutChangedFile("capitals")));

    press(button);

    assertEquals(expected, answer.get(60, TimeUnit.SECONDS));
  }

  @Test
  void theDifferenceIsReadInFull() throws Exception {
    var closed = new CompletableFuture<Boolean>();
    var stage = (Stage) window.root().getScene().getWindow();
    Platform.runLater(
        () -> {
          new SessionDialogs(stage).showDifference("capitals", List.of("One.", "Two."));
          closed.complete(true);
        });
    window.waitUntil(() -> window.robot().lookup("#difference-text").tryQuery().isPresent());
    var text = window.robot().lookup("#difference-text").queryTextInputControl();

    assertEquals("One.\nTwo.", Fx.get(text::getText));

    press("difference-close");
    assertTrue(closed.get(60, TimeUnit.SECONDS));
  }

  private void press(String button) throws Exception {
    window.waitUntil(() -> window.robot().lookup("#" + button).tryQuery().isPresent());
    var pressed = window.robot().lookup("#" + button).queryButton();
    Fx.run(
        () -> {
          pressed.fire();
        });
  }
}
