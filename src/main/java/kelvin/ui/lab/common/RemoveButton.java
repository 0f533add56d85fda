package kelvin.ui.lab.common;

import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/// Removes the selected result from its list.
public final class RemoveButton extends Button {

  public RemoveButton(ResultList<?> results, ResultWords words) {
    super("Remove");
    setId(words.one() + "-remove");
    getStyleClass().add("quiet-button");
    setMinWidth(Region.USE_PREF_SIZE);
    LabFields.teach(
        this, "Takes this " + words.one() + " out of the list; it can be brought back.");
    setOnAction(_ -> results.removeSelected());
  }
}
