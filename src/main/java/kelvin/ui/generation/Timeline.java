package kelvin.ui.generation;

import javafx.beans.binding.Bindings;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import kelvin.ui.fx.KeptResults;
import kelvin.ui.plot.StepSeries;

/// The generated tokens as a timeline. Pointing at a token tells its numbers; a click, a drag or
/// the arrow keys look at its distribution.
final class Timeline extends StackPane {

  private static final String LESSON =
      "Click or drag to look at a token's distribution, or walk with ← and →.";

  private final GenerationViewModel viewModel;
  private final StepSeries series = new StepSeries();
  private final KeptResults<Step, StepSeries.Point> points = new KeptResults<>(Timeline::point);
  private final Tooltip tooltip = new Tooltip(LESSON);

  Timeline(GenerationViewModel viewModel) {
    this.viewModel = viewModel;
    getStyleClass().add("timeline");
    series.setId("series");
    series.setMinHeight(60);
    series.setPrefHeight(60);
    series
        .pointsProperty()
        .bind(
            Bindings.createObjectBinding(() -> points.of(viewModel.stepsNow()), viewModel.steps()));
    series.unitProperty().bind(viewModel.unitProperty());
    series.selectedProperty().bind(viewModel.selectedProperty());
    series.setFocusTraversable(true);
    series.setAccessibleRole(AccessibleRole.SLIDER);
    tooltip.getStyleClass().add("lesson");
    Tooltip.install(series, tooltip);
    series.addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
    series.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> series.hoveredProperty().set(-1));
    series.addEventHandler(MouseEvent.MOUSE_PRESSED, this::look);
    series.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::look);
    series.addEventHandler(KeyEvent.KEY_PRESSED, this::walk);
    viewModel.selectedProperty().subscribe(_ -> describe());
    viewModel.unitProperty().subscribe((_, _) -> describe());
    viewModel.steps().subscribe(this::describe);
    getChildren().add(series);
  }

  private static StepSeries.Point point(Step step) {
    return new StepSeries.Point(
        step.numbers().surprisal(),
        step.numbers().entropy(),
        step.draw().isDrawKnown() ? Math.log(step.draw().keptCount()) : Double.NaN);
  }

  private void point(MouseEvent event) {
    int step = series.stepAt(event.getX());
    series.hoveredProperty().set(step);
    tooltip.setText(isStep(step) ? description(step) : LESSON);
  }

  private void look(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      series.requestFocus();
      point(event);
      select(series.stepAt(event.getX()));
      event.consume();
    }
  }

  private void walk(KeyEvent event) {
    int last = viewModel.steps().size() - 1;
    int now = viewModel.selectedProperty().get();
    boolean walked = true;
    switch (event.getCode()) {
      case LEFT -> select(now < 0 ? last : now - 1);
      case RIGHT -> {
        if (now == last) {
          viewModel.returnToEnd();
        } else if (now >= 0) {
          select(now + 1);
        }
      }
      case HOME -> select(0);
      case END, ESCAPE -> viewModel.returnToEnd();
      default -> walked = false;
    }
    if (walked) {
      event.consume();
    }
  }

  private void select(int step) {
    if (isStep(step)) {
      viewModel.selectedProperty().set(step);
    }
  }

  private boolean isStep(int step) {
    return step >= 0 && step < viewModel.steps().size();
  }

  private String description(int step) {
    return viewModel.steps().get(step).description(viewModel.unitProperty().get());
  }

  private void describe() {
    int step = viewModel.selectedProperty().get();
    series.setAccessibleText(
        "Timeline of the generated tokens. " + (isStep(step) ? description(step) : LESSON));
  }
}
