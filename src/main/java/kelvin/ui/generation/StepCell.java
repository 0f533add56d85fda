package kelvin.ui.generation;

import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import kelvin.ui.text.HeatChip;
import kelvin.ui.text.Shades;
import org.jspecify.annotations.Nullable;

/// A generated token as a chip, shaded like the tokens of the prompt.
final class StepCell extends ListCell<Step> {

  private static final PseudoClass IN_RUN = PseudoClass.getPseudoClass("in-run");

  private final GenerationViewModel viewModel;
  private final HeatChip chip = new HeatChip();
  private final Tooltip tooltip = new Tooltip();

  StepCell(GenerationViewModel viewModel) {
    this.viewModel = viewModel;
    getStyleClass().add("step-cell");
    tooltip.getStyleClass().add("lesson");
    viewModel.shadingProperty().subscribe(_ -> shade());
    viewModel.unitProperty().subscribe(_ -> describe());
    viewModel.runProperty().subscribe(_ -> markRun());
    indexProperty().subscribe(_ -> markRun());
    addEventFilter(MouseEvent.MOUSE_PRESSED, this::extendRun);
  }

  /// The list supports one selected token; the view model keeps a run of them.
  private void extendRun(MouseEvent event) {
    if (event.isShiftDown() && event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
      viewModel.extendRunTo(getIndex());
      event.consume();
    }
  }

  private void markRun() {
    boolean inRun = !isEmpty() && viewModel.runProperty().get().contains(getIndex());
    pseudoClassStateChanged(IN_RUN, inRun);
  }

  private void shade() {
    var step = getItem();
    if (step != null) {
      chip.shadeProperty().set(Shades.of(viewModel.shadingProperty().get(), step.numbers()));
    }
  }

  private void describe() {
    var step = getItem();
    if (step != null) {
      var words = step.description(viewModel.unitProperty().get());
      tooltip.setText(words);
      setAccessibleText(words);
    }
  }

  @Override
  protected void updateItem(@Nullable Step step, boolean empty) {
    super.updateItem(step, empty);
    markRun();
    if (empty || step == null) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    chip.setText(step.visibleText());
    shade();
    describe();
    setTooltip(tooltip);
    setGraphic(chip);
  }
}
