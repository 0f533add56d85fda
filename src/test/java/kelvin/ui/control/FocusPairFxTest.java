package kelvin.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import kelvin.window.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// If these fail, who starts something by keyboard has to look for the button that cancels it.
class FocusPairFxTest {

  private final SimpleBooleanProperty running = new SimpleBooleanProperty();
  private final Button first = new Button("First");
  private final Button begin = new Button("Begin");
  private final Button cancel = new Button("Cancel");

  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private Scene scene() {
    begin.disableProperty().bind(running);
    cancel.disableProperty().bind(running.not());
    FocusPair.join(begin, cancel, running);
    var scene = new Scene(new HBox(first, begin, cancel));
    var stage = new Stage();
    stage.setScene(scene);
    stage.show();
    return scene;
  }

  @Test
  void theFocusGoesToTheOtherButtonAndBack() {
    var scene =
        Fx.get(
            () -> {
              var made = scene();
              begin.requestFocus();
              running.set(true);
              return made;
            });
    Fx.settle();
    assertEquals(cancel, Fx.get(scene::getFocusOwner));

    Fx.run(() -> running.set(false));
    Fx.settle();

    assertEquals(begin, Fx.get(scene::getFocusOwner));
  }

  @Test
  void anotherButtonThatBeginsPassesTheFocusAndDisappears() {
    var another = new Button("Go on");
    var scene =
        Fx.get(
            () -> {
              var made = scene();
              ((HBox) made.getRoot()).getChildren().add(another);
              another.visibleProperty().bind(running.not());
              FocusPair.joinAnother(another, cancel, running);
              another.requestFocus();
              running.set(true);
              return made;
            });
    Fx.settle();
    assertEquals(cancel, Fx.get(scene::getFocusOwner));

    Fx.run(() -> running.set(false));
    Fx.settle();

    assertEquals(begin, Fx.get(scene::getFocusOwner));
  }

  @Test
  void aFocusElsewhereStays() {
    var scene =
        Fx.get(
            () -> {
              var made = scene();
              first.requestFocus();
              running.set(true);
              return made;
            });
    Fx.settle();

    assertEquals(first, Fx.get(scene::getFocusOwner));
  }
}
