package kelvin.ui.evaluation.picture;

import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import kelvin.ui.lab.common.LabFields;

/// A field for the wanted share of errors.
public final class WantedErrorField extends HBox {

  private final TextField field = new TextField();

  /// @param percent the share, as typed
  public WantedErrorField(String id, StringProperty percent, String lesson) {
    var name = new Label("Wanted errors, at most");
    name.getStyleClass().add("quiet");
    name.setLabelFor(field);
    field.setId(id);
    field.getStyleClass().add("small-field");
    field.setPrefColumnCount(4);
    field.setAccessibleText("Wanted errors in percent");
    field.textProperty().bindBidirectional(percent);
    LabFields.teach(field, lesson);
    var unit = new Label("%");
    unit.getStyleClass().add("quiet");
    getChildren().addAll(name, field, unit);
    getStyleClass().add("card-head");
    setAlignment(Pos.CENTER_LEFT);
  }

  /// Sets the action of Enter.
  void setOnEnter(Runnable action) {
    field.setOnAction(_ -> action.run());
  }
}
