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

/// Says which layer's distribution the bars show, with the way back to the model's own. It is there
/// as long as the layer film is, so that nothing moves when a layer is chosen or the text changes.
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
                () -> sentence(viewModel, temperature.doubleValue()),
                viewModel.lensProperty(),
                viewModel.layerProperty(),
                viewModel.pictureProperty(),
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
    back.disableProperty().bind(viewModel.layerProperty().isNull());
    visibleProperty().bind(viewModel.activeProperty().and(viewModel.pictureProperty().isNotNull()));
    managedProperty().bind(visibleProperty());
  }

  /// Says whose distribution the bars show. A layer that is looked at has none while it is computed
  /// for a new text.
  private static String sentence(LayersViewModel viewModel, double temperature) {
    var shown = viewModel.pictureProperty().get();
    if (shown == null) {
      return "";
    }
    var at = ", at τ " + Numbers.plain(temperature);
    var lens = viewModel.lensProperty().get();
    var layer = viewModel.layerProperty().get();
    if (!lens.isEmpty()) {
      return Character.toUpperCase(lens.charAt(0)) + lens.substring(1) + at;
    }
    return layer == null || layer >= shown.last()
        ? "Layer %d of %d, the model’s own%s".formatted(shown.last(), shown.last(), at)
        : "Layer %d of %d is being computed …".formatted(layer, shown.last());
  }
}
