package kelvin.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import kelvin.ui.session.Questions.Unsaved;
import kelvin.ui.session.SessionDialogs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.util.WaitForAsyncUtils;

/// The question about unsaved work, answered with its buttons.
class SessionDialogsFxTest {

  private OpenWindow window;

  @BeforeEach
  void openAWindow() throws Exception {
    window = OpenWindow.onBundledModel("Once upon a time", 1280, 800);
    window.waitForAnswer();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @ParameterizedTest
  @CsvSource({"unsaved-save, SAVE", "unsaved-let-go, LET_GO", "unsaved-cancel, CANCEL"})
  void everyButtonIsItsAnswer(String button, Unsaved expected) throws Exception {
    var answer = new CompletableFuture<Unsaved>();
    var stage = (Stage) window.root().getScene().getWindow();
    Platform.runLater(() -> answer.complete(new SessionDialogs(stage).askAboutUnsaved("capitals")));
    WaitForAsyncUtils.waitFor(
        60, TimeUnit.SECONDS, () -> window.robot().lookup("#" + button).tryQuery().isPresent());

    var pressed = window.robot().lookup("#" + button).queryButton();
    OpenWindow.onFx(
        () -> {
          pressed.fire();
          return true;
        });

    assertEquals(expected, answer.get(60, TimeUnit.SECONDS));
  }
}
