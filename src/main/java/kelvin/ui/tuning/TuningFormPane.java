package kelvin.ui.tuning;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import kelvin.experiment.tuning.Depth;
import kelvin.experiment.tuning.Loss;
import kelvin.ui.control.FocusPair;
import kelvin.ui.control.Sentences;
import kelvin.ui.evaluation.field.DataFields;
import kelvin.ui.evaluation.field.MoreSettings;
import kelvin.ui.evaluation.picture.ProgressLine;
import kelvin.ui.lab.common.KeptRoom;
import kelvin.ui.lab.common.LabFields;

/// Layout and bindings of the form: data, what is trained, what that costs, start, pause and
/// cancel.
final class TuningFormPane extends VBox {

  private final TuningViewModel tuning;
  private final TuningForm form;
  private final DataFields data;
  private final TrainingFields training;

  TuningFormPane(TuningViewModel tuning) {
    this.tuning = tuning;
    form = tuning.form();
    data = new DataFields("tuning", form.data());
    training = new TrainingFields("tuning", form.training());
    setId("tuning-form");
    getStyleClass().addAll("card", "card-content");
    getChildren().addAll(data.head("NEW FINE-TUNING"), fields(), loss(), more());
    var unfinished = new UnfinishedLine(tuning);
    // The facts grow when the estimate arrives, so they stand below what is clicked.
    getChildren()
        .addAll(
            commands(unfinished.goOn()),
            ProgressLine.of("tuning-progress", tuning.progress()),
            new KeptRoom(Sentences.problem("tuning-problem", problem()), unfinished, facts()));
    data.takeFiles(this);
  }

  private LabFields fields() {
    var fields = data.fields();
    training.addDepth(
        fields,
        Depth.ALL_DEPTHS,
        "What learns: a head w on the last hidden state φ, which every model can have; or weights θ"
            + " of the graph, from the few of the norms to all, which needs a float32 export.");
    training.addLoss(fields);
    var examples = fields.field("tuning-examples", "Examples", form.examplesProperty(), "all");
    LabFields.teach(
        examples,
        "How many pairs of the train part are learned, drawn by the seed; empty for all.");
    training.addEpochs(fields);
    return fields;
  }

  private Label loss() {
    var used = form.training().usedLossProperty();
    var words =
        Bindings.createStringBinding(
            () -> DepthWords.sentences(form.depthProperty().get(), used.getValue()),
            form.depthProperty(),
            used);
    return Sentences.of("tuning-loss", "quiet", words);
  }

  private MoreSettings more() {
    return new MoreSettings(
        "tuning-more",
        "Rate, batch, penalty, a text to forget, the split into parts, the seed.",
        further());
  }

  private LabFields further() {
    var fields = new LabFields();
    var isHead = form.depthProperty().isEqualTo(Depth.HEAD);
    training.addSteps(fields);
    var penalty = fields.field("tuning-penalty", "Penalty", form.penaltyProperty(), "chosen");
    LabFields.teach(
        penalty,
        "The L2 penalty of the head. Empty: 10, 1, 0.1, 0.01 or 0.001, by cross-validation in the"
            + " train part.");
    penalty
        .visibleProperty()
        .bind(form.training().usedLossProperty().map(loss -> loss == Loss.HEAD));
    var other = fields.field("tuning-other-text", "Other text", form.otherTextProperty(), "none");
    LabFields.teach(
        other,
        "A text of your choice that is not learned: its loss before and after says what the model"
            + " forgets.");
    other.visibleProperty().bind(isHead.not());
    data.addFurther(fields);
    return fields;
  }

  private VBox facts() {
    var planned = form.plannedProperty();
    var summary =
        Sentences.of(
            "tuning-summary",
            "quiet",
            planned.map(now -> now instanceof TuningPlanned.Ready ready ? ready.summary() : ""));
    var notes =
        Sentences.of(
            "tuning-notes",
            "quiet",
            planned.map(
                now ->
                    now instanceof TuningPlanned.Ready ready
                        ? String.join("\n", ready.notes())
                        : ""));
    var facts =
        new VBox(
            summary,
            notes,
            Sentences.of("tuning-unkept", "quiet", tuning.unfinished().noteProperty()),
            Sentences.of("tuning-estimate", "quiet", tuning.estimate().textProperty()));
    facts.getStyleClass().add("form-facts");
    return facts;
  }

  private HBox commands(Button goOn) {
    var running = tuning.progress().runningProperty();
    var start = new Button("Fine-tune");
    start.setId("tuning-start");
    start.getStyleClass().addAll("transport-button", "primary");
    LabFields.teach(start, "Trains a copy in the background; the playground keeps its model.");
    start
        .disableProperty()
        .bind(
            running.or(
                Bindings.createBooleanBinding(
                    () -> !(form.plannedProperty().get() instanceof TuningPlanned.Ready),
                    form.plannedProperty())));
    start.setOnAction(_ -> tuning.start());
    var pause = new ToggleButton();
    pause.setId("tuning-pause");
    pause.getStyleClass().add("transport-button");
    pause.textProperty().bind(tuning.pausedProperty().map(now -> now ? "Go on" : "Pause"));
    pause.selectedProperty().bindBidirectional(tuning.pausedProperty());
    pause.disableProperty().bind(running.not().or(form.depthProperty().isEqualTo(Depth.HEAD)));
    LabFields.teach(pause, "Waits after the present step, or goes on.");
    var cancel = new Button("Cancel");
    cancel.setId("tuning-cancel");
    cancel.getStyleClass().add("transport-button");
    LabFields.teach(cancel, "Stops; the best weights so far are kept and judged.");
    cancel.disableProperty().bind(running.not());
    FocusPair.join(start, cancel, running);
    FocusPair.joinAnother(goOn, cancel, running);
    cancel.setOnAction(_ -> tuning.cancel());
    var line = new HBox(start, pause, cancel);
    line.getStyleClass().add("transport");
    return line;
  }

  private ObservableValue<String> problem() {
    return Bindings.createStringBinding(
        () ->
            form.plannedProperty().get() instanceof TuningPlanned.Refused(var reason)
                ? reason
                : tuning.problemProperty().get(),
        form.plannedProperty(),
        tuning.problemProperty());
  }
}
