package kelvin.ui.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// If this fails, a field shows another number than the one that is used, because a digit is cut
/// off.
class NumberFieldsFxTest {

  @RegisterExtension
  private static final WindowExtension WINDOW =
      WindowExtension.showing("Once upon a time there was a little");

  private final OpenWindow window;

  NumberFieldsFxTest(OpenWindow window) {
    this.window = window;
  }

  @Test
  void everyFieldShowsAllOfItsDigits() throws Exception {
    var cut = new ArrayList<String>();
    for (double value : List.of(0.667, 0.976, 0.888, 0.123, 0.0001, 0.12345678)) {
      Fx.run(
          () -> {
            window.playground().sampling().topPProperty().set(value);
            window.playground().sampling().minPProperty().set(value);
            window.playground().sampling().temperatureProperty().set(value);
            window.playground().sampling().topKProperty().set(4096);
          });
      Fx.settle();
      for (var id : List.of("top-p-field", "min-p-field", "temperature-field", "top-k-field")) {
        if (Fx.get(() -> isCut(id))) {
          cut.add(id + " " + Fx.get(() -> window.find(id, TextField.class).getText()));
        }
      }
    }
    assertEquals(List.of(), cut);
  }

  private boolean isCut(String id) {
    var field = window.find(id, TextField.class);
    var text = (Text) field.lookup(".text");
    var shown = field.sceneToLocal(text.localToScene(text.getBoundsInLocal()));
    return shown.getMinX() < field.snappedLeftInset() - 0.5
        || shown.getMaxX() > field.getWidth() - field.snappedRightInset() + 0.5;
  }
}
