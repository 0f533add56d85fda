package kelvin.ui.adapt.lab;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import kelvin.experiment.tuning.Depth;
import kelvin.ui.control.FocusPair;
import kelvin.ui.control.Sentences;
import kelvin.ui.evaluation.field.DataFields;
import kelvin.ui.evaluation.field.MoreSettings;
import kelvin.ui.evaluation.picture.ProgressLine;
import kelvin.ui.lab.common.KeptRoom;
import kelvin.ui.lab.common.LabFields;
import kelvin.ui.tuning.TrainingFields;

/// Layout and bindings of the form: data, methods, start and cancel, what that costs.
final class AdaptFormPane extends VBox {

  private final AdaptViewModel adapt;
  private final AdaptForm form;
  private final DataFields data;

  AdaptFormPane(AdaptViewModel adapt) {
    this.adapt = adapt;
    form = adapt.form();
    data = new DataFields("adapt", form.data());
    setId("adapt-form");
    getStyleClass().addAll("card", "card-content");
    getChildren().addAll(data.head("NEW COMPARISON"), fields(), new MethodChoices(form), more());
    // The facts grow when the estimate arrives, so they stand below what is clicked.
    getChildren()
        .addAll(
            commands(),
            ProgressLine.of("adapt-progress", adapt.progress()),
            new KeptRoom(Sentences.problem("adapt-problem", problem()), facts()));
    data.takeFiles(this);
  }

  private LabFields fields() {
    var fields = data.fieldsWithoutShots();
    var examples = fields.field("adapt-examples", "Examples", form.examplesProperty(), "");
    LabFields.teach(
        examples,
        "The numbers of labelled examples, with commas between them. The first 4 of 8 examples are"
            + " those of 4. A method that needs more is left out where there are few.");
    var draws = fields.field("adapt-seeds", "Draws", form.seedsProperty(), "");
    LabFields.teach(
        draws,
        "How often the examples are drawn from the train part: the first time by the seed, then by"
            + " one more each. Every method learns from the same draws.");
    return fields;
  }

  private MoreSettings more() {
    return new MoreSettings(
        "adapt-more",
        "The weights that are trained, epochs, rate, batch, the split into parts, the seed.",
        further());
  }

  private LabFields further() {
    var fields = new LabFields();
    var training = new TrainingFields("adapt", form.training());
    training.addDepth(
        fields, Depth.OF_WEIGHTS, "The weights that finetune and tuned-few-shot train.");
    training.addLoss(fields);
    training.addEpochs(fields);
    training.addSteps(fields);
    data.addFurther(fields);
    return fields;
  }

  private VBox facts() {
    var planned = form.plannedProperty();
    var facts =
        new VBox(
            Sentences.of(
                "adapt-summary",
                "quiet",
                planned.map(now -> now instanceof AdaptPlanned.Ready ready ? ready.summary() : "")),
            Sentences.of(
                "adapt-notes",
                "quiet",
                planned.map(
                    now ->
                        now instanceof AdaptPlanned.Ready ready
                            ? String.join("\n", ready.notes())
                            : "")),
            Sentences.of("adapt-estimate", "quiet", adapt.cost().textProperty()));
    facts.getStyleClass().add("form-facts");
    return facts;
  }

  private HBox commands() {
    var running = adapt.progress().runningProperty();
    var start = new Button("Compare");
    start.setId("adapt-start");
    start.getStyleClass().addAll("transport-button", "primary");
    LabFields.teach(
        start,
        "Asks the prompts between the playground’s answers, then learns on copies of the model: the"
            + " playground keeps its own.");
    start
        .disableProperty()
        .bind(
            running.or(
                Bindings.createBooleanBinding(
                    () -> !(form.plannedProperty().get() instanceof AdaptPlanned.Ready),
                    form.plannedProperty())));
    start.setOnAction(_ -> adapt.start());
    var cancel = new Button("Cancel");
    cancel.setId("adapt-cancel");
    cancel.getStyleClass().add("transport-button");
    LabFields.teach(cancel, "Stops; the points that are whole stay and are marked as a part.");
    cancel.disableProperty().bind(running.not());
    FocusPair.join(start, cancel, running);
    cancel.setOnAction(_ -> adapt.cancel());
    var line = new HBox(start, cancel);
    line.getStyleClass().add("transport");
    return line;
  }

  private ObservableValue<String> problem() {
    return Bindings.createStringBinding(
        () ->
            form.plannedProperty().get() instanceof AdaptPlanned.Refused(var reason)
                ? reason
                : adapt.problemProperty().get(),
        form.plannedProperty(),
        adapt.problemProperty());
  }
}
