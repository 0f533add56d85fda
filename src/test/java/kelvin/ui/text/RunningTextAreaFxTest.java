package kelvin.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import kelvin.window.Fx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// The editor always knows which part of its text is the prompt. Otherwise the model would get
/// other characters than those on show.
class RunningTextAreaFxTest {

  private RunningTextArea area;
  private Stage stage;

  @BeforeEach
  void open() throws Exception {
    FxToolkit.registerPrimaryStage();
    area = Fx.get(RunningTextArea::new);
    stage =
        Fx.get(
            () -> {
              var made = new Stage();
              made.setScene(new Scene(area, 300, 200));
              made.show();
              return made;
            });
    show("Once", " upon\r a");
  }

  @AfterEach
  void close() {
    Fx.run(
        () -> {
          stage.hide();
        });
  }

  /// Like the window: a change of the prompt drops the continuation.
  private void show(String prompt, String continuation) {
    Fx.run(
        () -> {
          area.promptProperty().set(prompt);
          area.continuationProperty().set(continuation);
          area.promptProperty().subscribe((_, _) -> area.continuationProperty().set(""));
        });
  }

  private void edit(Runnable edit) {
    Fx.run(edit::run);
    Fx.settle();
  }

  private void assertShown(String prompt, String text) {
    assertEquals(prompt, Fx.get(() -> area.promptProperty().get()));
    assertEquals(text, Fx.get(() -> area.getText()));
  }

  @Test
  void aControlCharacterOfTheContinuationIsASignAndCopiedExactly() {
    assertShown("Once", "Once upon␍ a");
    edit(
        () -> {
          area.selectRange(3, area.getLength());
          area.copy();
        });

    assertEquals("e upon\r a", Fx.get(() -> Clipboard.getSystemClipboard().getString()));
  }

  @Test
  void aControlCharacterOfAPromptIsRemovedFromTheProperty() {
    edit(() -> area.promptProperty().set("a\rb\0"));

    assertShown("ab", "ab");
  }

  @Test
  void anEditOfThePromptDropsTheContinuationAndKeepsTheCaret() {
    edit(() -> area.replaceText(2, 3, "C"));

    assertShown("OnCe", "OnCe");
    assertEquals(3, Fx.get(() -> area.getCaretPosition()));
  }

  @Test
  void twoEditsInOneEventDoNotTakeTheContinuationIn() {
    edit(
        () -> {
          area.replaceText(4, 4, "x");
          area.replaceText(4, 5, "yz");
        });

    assertShown("Onceyz", "Onceyz");
  }

  @Test
  void anEditInTheContinuationMakesAllOfItThePromptWithoutTheSigns() {
    edit(() -> area.replaceText(5, 7, "UP"));

    assertShown("Once UPon a", "Once UPon a");
    assertEquals(7, Fx.get(() -> area.getCaretPosition()));
  }

  @Test
  void anEditOverTheBorderMakesTheRestThePrompt() {
    edit(() -> area.replaceText(2, 6, "-"));

    assertShown("On-pon a", "On-pon a");
  }

  @Test
  void deletingASignDeletesItsCharacter() {
    edit(() -> area.replaceText(9, 10, ""));

    assertShown("Once upon a", "Once upon a");
  }

  @Test
  void aSignThatTheUserTypesStays() {
    edit(() -> area.replaceText(12, 12, "␍"));

    assertShown("Once upon a␍", "Once upon a␍");
  }
}
