package kelvin.ui.evaluation.field;

import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import kelvin.ui.lab.common.LabFields;

/// The settings of a form that few people change, folded behind a button.
public final class MoreSettings extends VBox {

  /// @param id of the button
  /// @param lesson names the settings
  public MoreSettings(String id, String lesson, LabFields settings) {
    var more = new ToggleButton();
    more.setId(id);
    more.getStyleClass().addAll("quiet-button", "disclosure", "flush");
    more.textProperty()
        .bind(more.selectedProperty().map(open -> open ? "Fewer settings" : "More settings"));
    LabFields.teach(more, lesson);
    settings.visibleProperty().bind(more.selectedProperty());
    settings.managedProperty().bind(settings.visibleProperty());
    getStyleClass().add("more-settings");
    getChildren().setAll(new HBox(more), settings);
  }
}
