package kelvin.ui.adapt.lab;

import javafx.scene.control.CheckBox;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import kelvin.experiment.adapt.AdaptMethod;
import kelvin.ui.lab.common.LabFields;

/// Layout and bindings of the choice of methods.
final class MethodChoices extends GridPane {

  private static final int COLUMNS = 2;

  MethodChoices(AdaptForm form) {
    getStyleClass().add("method-choices");
    for (int i = 0; i < COLUMNS; i++) {
      var column = new ColumnConstraints();
      column.setPercentWidth(100.0 / COLUMNS);
      getColumnConstraints().add(column);
    }
    for (int i = 0; i < AdaptMethod.ALL.size(); i++) {
      var method = AdaptMethod.ALL.get(i);
      var box = new CheckBox(method.label());
      box.setId("adapt-" + method.label());
      box.selectedProperty().bindBidirectional(form.method(method));
      LabFields.teach(box, lesson(method));
      add(box, i % COLUMNS, i / COLUMNS);
    }
  }

  private static String lesson(AdaptMethod method) {
    return switch (method) {
      case ZERO_SHOT -> "The task in words, without an example: one point.";
      case FEW_SHOT -> "In-context learning: the examples stand in the prompt.";
      case CALIBRATED ->
          "The same prompts; each label’s probability is divided by the one after inputs without"
              + " content, so that labels the model likes anyway win nothing.";
      case HEAD -> "w on φ: a head on the last hidden state, fitted to the examples.";
      case FINETUNE -> "w and θ: weights of a copy are trained on the examples.";
      case ENSEMBLE ->
          "The mean of the labels’ shares over four orders and layouts of the examples.";
      case TUNED_FEW_SHOT ->
          "Weights are trained on each example behind some of the others, and examples are shown"
              + " when it is asked.";
      case VOTE ->
          "The mean of the labels’ shares over the other methods measured with the same examples. It"
              + " costs no run.";
    };
  }
}
