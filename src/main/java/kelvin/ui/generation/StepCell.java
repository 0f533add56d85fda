package kelvin.ui.generation;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import kelvin.ui.control.ShadedToken;
import org.jspecify.annotations.Nullable;

/// A generated token as a chip, shaded by its surprisal.
final class StepCell extends ListCell<Step> {

  private static final int SHADES = 8;

  private final Label chip = new Label();
  private final Tooltip tooltip = new Tooltip();

  StepCell() {
    getStyleClass().add("step-cell");
    chip.getStyleClass().add("chip");
    tooltip.getStyleClass().add("lesson");
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
    // The shades are the stylesheet's: a chip only says which of them.
    long shade = Math.round(ShadedToken.shadeOf(step.surprisal()) * SHADES);
    chip.setStyle("-fx-background-color: -k-surprisal-" + shade + ";");
    tooltip.setText(step.description());
    setTooltip(tooltip);
    setGraphic(chip);
  }
}
