package kelvin.ui.distribution.layers;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableNumberValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import kelvin.ui.control.Numbers;

/// Says that the bars show a layer and not the model's own choice, with the way back. It takes no
/// room otherwise.
public final class LensLine extends HBox {

  private static final String LESSON =
      "The logit lens applies the final norm and the head to what the model holds after a layer."
          + " These parts were trained for the last layer only: early layers are not what the model"
          + " “thinks”, but what they look like through its last step.";

  /// @param temperature of the shown distribution
  public LensLine(LayersViewModel viewModel, ObservableNumberValue temperature) {
    getStyleClass().addAll("card-head", "lens-line");
    setAlignment(Pos.CENTER_LEFT);
    var label = new Label();
    label.setId("lens-label");
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> sentence(viewModel.lensProperty().get(), temperature.doubleValue()),
                viewModel.lensProperty(),
                temperature));
    label.setMinWidth(0);
    label.setMaxWidth(Double.MAX_VALUE);
    var lesson = new Tooltip(LESSON);
    lesson.getStyleClass().add("lesson");
    label.setTooltip(lesson);
    label.setAccessibleHelp(LESSON);
    HBox.setHgrow(label, Priority.ALWAYS);
    var back = new Button("Last layer");
    back.setId("leave-lens");
    back.getStyleClass().add("quiet-button");
    back.setMinWidth(Region.USE_PREF_SIZE);
    back.setTooltip(
        new Tooltip("Shows the model’s own distribution again, that of the last layer."));
    back.setOnAction(_ -> viewModel.lookAtLast());
    getChildren().addAll(label, back);
    visibleProperty().bind(viewModel.lensProperty().isNotEmpty());
    managedProperty().bind(visibleProperty());
  }

  private static String sentence(String lens, double temperature) {
    return lens.isEmpty()
        ? ""
        : Character.toUpperCase(lens.charAt(0))
            + lens.substring(1)
            + ", at τ "
            + Numbers.plain(temperature);
  }
}
