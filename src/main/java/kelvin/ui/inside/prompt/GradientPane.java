package kelvin.ui.inside.prompt;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import kelvin.ui.control.ChoiceSwitch;
import kelvin.ui.control.ChoiceSwitch.Segment;
import kelvin.ui.control.Sentences;
import kelvin.ui.inside.copy.CopyLine;
import kelvin.ui.inside.copy.CopyViewModel.State;

/// The controls of the shading by gradient, in one line, and what it says.
public final class GradientPane extends VBox {

  public GradientPane(GradientViewModel viewModel) {
    setId("gradient");
    getStyleClass().add("inner-pane");
    getChildren()
        .addAll(
            new CopyLine("gradient", viewModel.copy()),
            choices(viewModel),
            Sentences.problem("gradient-problem", viewModel.copy().problemProperty()),
            Sentences.of("gradient-sentence", "faint", viewModel.sentenceProperty()));
  }

  private static FlowPane choices(GradientViewModel viewModel) {
    var measures = measures(viewModel);
    // The button leaves while it measures, and the focus must not go elsewhere.
    Runnable keepFocus =
        () ->
            measures.getButtons().stream()
                .filter(ToggleButton::isSelected)
                .forEach(ToggleButton::requestFocus);
    var line = new FlowPane(measures, measurement(viewModel, keepFocus), progress(viewModel));
    line.getStyleClass().add("inner-choices");
    line.setRowValignment(VPos.CENTER);
    line.setAlignment(Pos.CENTER_LEFT);
    showWhile(line, viewModel.copy().stateProperty().map(now -> now == State.OPEN));
    return line;
  }

  private static ChoiceSwitch<GradientMeasure> measures(GradientViewModel viewModel) {
    return new ChoiceSwitch<>(
        viewModel.measureProperty(),
        List.of(
            segment(
                GradientMeasure.PRODUCT,
                "The gradient of the log-probability times the token’s vector, with its sign: above"
                    + " 0, a longer vector makes the prediction more probable."),
            segment(
                GradientMeasure.NORM,
                "The length of the gradient: how strongly a small change of the token’s vector"
                    + " counts, in any direction."),
            segment(
                GradientMeasure.MEASURED,
                "The log-probability with the token less that without it: measured with a run of the"
                    + " model for each token, and not local as a gradient is.")));
  }

  private static Segment<GradientMeasure> segment(GradientMeasure measure, String lesson) {
    return new Segment<>(measure, "gradient-" + measure.label(), measure.title(), lesson);
  }

  /// The button that measures, or that stops it; none once it is done.
  private static HBox measurement(GradientViewModel viewModel, Runnable keepFocus) {
    var leftOut = viewModel.leftOut();
    var measure =
        CopyLine.button(
            "gradient-measure",
            "Measure",
            "Leaves out each token in turn and runs the model again, between its other answers.");
    measure
        .getTooltip()
        .textProperty()
        .bind(
            viewModel
                .estimateProperty()
                .map(
                    estimate ->
                        "Leaves out each token in turn and runs the model again, between its other"
                            + " answers.\n"
                            + estimate));
    measure.setOnAction(
        _ -> {
          keepFocus.run();
          leftOut.measure();
        });
    measure.disableProperty().bind(leftOut.possibleProperty().not());
    var cancel = CopyLine.button("gradient-stop", "Cancel", "Stops the measurement.");
    cancel.setOnAction(
        _ -> {
          keepFocus.run();
          leftOut.stop();
        });
    showWhile(measure, leftOut.runningProperty().map(now -> !now));
    showWhile(cancel, leftOut.runningProperty());
    var line = new HBox(measure, cancel);
    showWhile(line, leftOut.effectsProperty().map(List::isEmpty));
    return line;
  }

  /// The cost of the measurement, where it is looked for, and its progress.
  private static Label progress(GradientViewModel viewModel) {
    var leftOut = viewModel.leftOut();
    var progress = new Label();
    progress.setId("gradient-progress");
    progress.getStyleClass().add("faint");
    progress
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  boolean wanted =
                      viewModel.measureProperty().get() == GradientMeasure.MEASURED
                          && leftOut.effectsProperty().get().isEmpty();
                  var message = leftOut.messageProperty().get();
                  return message.isEmpty() && wanted ? viewModel.estimateProperty().get() : message;
                },
                leftOut.messageProperty(),
                leftOut.effectsProperty(),
                viewModel.estimateProperty(),
                viewModel.measureProperty()));
    showWhile(progress, progress.textProperty().isNotEmpty());
    return progress;
  }

  private static void showWhile(Node node, ObservableValue<Boolean> condition) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(node.visibleProperty());
  }
}
