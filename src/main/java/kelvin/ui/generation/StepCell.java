package kelvin.ui.generation;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import kelvin.ui.control.Shading;
import org.jspecify.annotations.Nullable;

/// A generated token as a chip, shaded by its surprisal.
final class StepCell extends ListCell<Step> {

  private static final int SHADES = 8;

  private final ReadOnlyObjectProperty<Shading> shading;
  private final Label chip = new Label();
  private final Tooltip tooltip = new Tooltip();

  StepCell(ReadOnlyObjectProperty<Shading> shading) {
    this.shading = shading;
    shading.subscribe(_ -> shade());
    getStyleClass().add("step-cell");
    chip.getStyleClass().add("chip");
    tooltip.getStyleClass().add("lesson");
  }

  /// The shades are the stylesheet's: a chip only says which of them.
  private void shade() {
    var step = getItem();
    if (step != null) {
      long shade = Math.round(shading.get().shade(step.numbers()) * SHADES);
      chip.setStyle("-fx-background-color: -k-surprisal-" + shade + ";");
    }
  }

  @Override
  protected void updateItem(@Nullable Step step, boolean empty) {
    super.updateItem(step, empty);
    if (empty || step == null) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    chip.setText(step.visibleText());
    shade();
    tooltip.setText(step.description());
    setTooltip(tooltip);
    setGraphic(chip);
  }
}
