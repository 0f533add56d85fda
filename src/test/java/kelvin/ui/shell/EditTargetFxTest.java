package kelvin.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import kelvin.window.Fx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// If these fail, Delete or Paste changes a text that is no longer in the window.
class EditTargetFxTest {

  private final EditTarget target = new EditTarget();
  private StackPane window;
  private TextField field;
  private Stage stage;

  @BeforeEach
  void show() throws Exception {
    stage = FxToolkit.registerPrimaryStage();
    Fx.run(
        () -> {
          field = new TextField("words");
          window = new StackPane(field);
          target.follow(window);
          stage.setScene(new Scene(window, 200, 100));
          stage.show();
          field.requestFocus();
          field.selectAll();
        });
    Fx.settle();
  }

  @AfterEach
  void hide() {
    Fx.run(
        () -> {
          stage.hide();
        });
  }

  @Test
  void aTextThatHasLeftTheWindowIsNotEdited() {
    Fx.run(
        () -> {
          assertEquals("", target.whyNotCut().getValue());
          window.getChildren().clear();
          target.delete();
        });

    assertEquals("words", field.getText());
    assertNotEquals("", target.whyNotCut().getValue());
    assertNotEquals("", target.whyNotPaste().getValue());
    assertNotEquals("", target.whyNotCopy().getValue());
  }

  /// The window is laid out anew when it gets narrower.
  @Test
  void aTextThatReturnsIsEditedAgain() {
    Fx.run(
        () -> {
          window.getChildren().clear();
          window.getChildren().add(field);
          field.selectAll();
          target.delete();
        });

    assertEquals("", field.getText());
  }
}
