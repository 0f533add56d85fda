package kelvin.ui.evaluation;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import kelvin.ui.control.FocusPair;
import kelvin.ui.control.Sentences;
import kelvin.ui.evaluation.field.DataFields;
import kelvin.ui.evaluation.field.MoreSettings;
import kelvin.ui.evaluation.form.EvaluationForm;
import kelvin.ui.evaluation.form.Planned;
import kelvin.ui.evaluation.picture.ProgressLine;
import kelvin.ui.evaluation.run.EvaluationsViewModel;
import kelvin.ui.lab.common.KeptRoom;
import kelvin.ui.lab.common.LabFields;

/// Layout and bindings of the form: data, prompt, what is known of both, start and cancel.
final class FormPane extends VBox {

  private final EvaluationsViewModel evaluations;
  private final EvaluationForm form;
  private final DataFields data;

  FormPane(EvaluationsViewModel evaluations) {
    this.evaluations = evaluations;
    form = evaluations.form();
    data = new DataFields("evaluation", form);
    setId("evaluation-form");
    getStyleClass().addAll("card", "card-content");
    // The facts grow when the estimate arrives, so they stand below what is clicked.
    getChildren()
        .addAll(
            data.head("NEW EVALUATION"),
            data.fields(),
            more(),
            commands(),
            progress(),
            new KeptRoom(
                Sentences.problem("evaluation-problem", problem()), new FormFacts(evaluations)));
    data.takeFiles(this);
  }

  private MoreSettings more() {
    return new MoreSettings(
        "evaluation-more",
        "Order, normalisation, the split into parts, texts that are too long, the seed.",
        furtherFields());
  }

  private LabFields furtherFields() {
    var fields = new LabFields();
    data.addComparison(fields);
    data.addFurther(fields);
    return fields;
  }

  private HBox commands() {
    var start = new Button("Evaluate");
    start.setId("evaluation-start");
    start.getStyleClass().addAll("transport-button", "primary");
    LabFields.teach(start, "Runs in the background: typing in the playground goes first.");
    start
        .disableProperty()
        .bind(
            evaluations
                .progress()
                .runningProperty()
                .or(
                    Bindings.createBooleanBinding(
                        () -> !(form.plannedProperty().get() instanceof Planned.Ready),
                        form.plannedProperty())));
    start.setOnAction(_ -> evaluations.start());
    var cancel = new Button("Cancel");
    cancel.setId("evaluation-cancel");
    cancel.getStyleClass().add("transport-button");
    LabFields.teach(cancel, "Stops; what was measured so far stays and is marked as a part.");
    cancel.disableProperty().bind(evaluations.progress().runningProperty().not());
    FocusPair.join(start, cancel, evaluations.progress().runningProperty());
    cancel.setOnAction(_ -> evaluations.cancel());
    var line = new HBox(start, cancel);
    line.getStyleClass().add("transport");
    return line;
  }

  private VBox progress() {
    return ProgressLine.of("evaluation-progress", evaluations.progress());
  }

  private ObservableValue<String> problem() {
    return Bindings.createStringBinding(
        () ->
            form.plannedProperty().get() instanceof Planned.Refused(var reason)
                ? reason
                : evaluations.problemProperty().get(),
        form.plannedProperty(),
        evaluations.problemProperty());
  }
}
