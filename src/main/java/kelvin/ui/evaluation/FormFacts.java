package kelvin.ui.evaluation;

import javafx.scene.layout.VBox;
import kelvin.ui.control.Sentences;
import kelvin.ui.evaluation.form.Planned;
import kelvin.ui.evaluation.run.EvaluationsViewModel;

/// The facts that are known before a model runs: the size of the data, warnings, the cost.
final class FormFacts extends VBox {

  FormFacts(EvaluationsViewModel evaluations) {
    getStyleClass().add("form-facts");
    var planned = evaluations.form().plannedProperty();
    var summary =
        Sentences.of(
            "evaluation-summary",
            "quiet",
            planned.map(now -> now instanceof Planned.Ready ready ? ready.summary() : ""));
    var notes =
        Sentences.of(
            "evaluation-notes",
            "quiet",
            planned.map(
                now -> now instanceof Planned.Ready ready ? String.join("\n", ready.notes()) : ""));
    var estimate =
        Sentences.of("evaluation-estimate", "quiet", evaluations.estimate().textProperty());
    getChildren().addAll(summary, notes, estimate);
  }
}
