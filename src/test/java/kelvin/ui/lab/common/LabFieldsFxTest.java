package kelvin.ui.lab.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.layout.GridPane;
import kelvin.window.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class LabFieldsFxTest {

  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  /// A grid does not count rows that are hidden while it is built.
  @Test
  void aFieldThatIsHiddenAtFirstKeepsItsRow() {
    var rows =
        Fx.get(
            () -> {
              var fields = new LabFields();
              var first = fields.field("a", "A", new SimpleStringProperty(""), "");
              first.setVisible(false);
              var second = fields.field("b", "B", new SimpleStringProperty(""), "");
              return List.of(GridPane.getRowIndex(first), GridPane.getRowIndex(second));
            });

    assertEquals(List.of(0, 1), rows);
  }
}
