package kelvin.ui.lab;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.engine.label.Normalization;
import kelvin.prompt.sweep.SweepKind;
import kelvin.ui.control.FocusPair;
import kelvin.ui.control.Sentences;
import kelvin.ui.lab.common.LabFields;

/// Layout and bindings of the form: the quantity to vary, the estimated cost, start and stop.
final class SetupPane extends VBox {

  private final LabViewModel lab;
  private final SweepForm form;

  SetupPane(LabViewModel lab) {
    this.lab = lab;
    form = lab.form();
    getStyleClass().addAll("card", "card-content");
    var title = new Label("NEW SWEEP");
    title.getStyleClass().add("section-title");
    getChildren().addAll(title, fields(), estimate(), commands(), progress(), problem());
  }

  private LabFields fields() {
    var fields = new LabFields();
    var subject =
        fields.choice(
            "sweep-subject", "Prompt", form.subjectProperty(), Subject.all(), Subject::name);
    LabFields.teach(
        subject, "What is varied: the playground’s examples, or a task that comes along.");
    var kind =
        fields.choice("sweep-kind", "Vary", form.kindProperty(), SweepKind.ALL, SetupPane::words);
    LabFields.teach(
        kind,
        "The number of examples; their order; the layout they are written in; or each example left"
            + " out once, which shows what it does.");
    var answer = fields.field("sweep-answer", "Right answer", form.answerProperty(), "not known");
    LabFields.teach(answer, "The answer whose probability is followed, without a leading space.");
    answer.disableProperty().bind(form.testsProperty().isNotEqualTo("1").and(onTask()));
    var labels = fields.field("sweep-labels", "Labels", form.labelsProperty(), "any answer");
    LabFields.teach(
        labels,
        "Answers to compare, with commas. Empty: only the right answer is scored, to its end.");
    var shots = fields.field("sweep-shots", "Shots", form.shotsProperty(), "");
    LabFields.teach(shots, "How many examples; for a shots curve several numbers with commas.");
    var draws = fields.field("sweep-draws", "Shuffles", form.drawsProperty(), "");
    LabFields.teach(
        draws, "How many shuffles of all examples make the band; 0 for the order given alone.");
    draws.visibleProperty().bind(form.kindProperty().isEqualTo(SweepKind.SHOTS));
    var tests = fields.field("sweep-tests", "Test inputs", form.testsProperty(), "");
    LabFields.teach(
        tests,
        "How many of the task’s test inputs; the shuffles of a shots curve take them in turn.");
    tests
        .visibleProperty()
        .bind(onTask().and(form.kindProperty().isNotEqualTo(SweepKind.LEAVE_ONE_OUT)));
    var seed = fields.field("sweep-seed", "Seed", form.seedProperty(), "");
    LabFields.teach(seed, "The same seed draws the same shuffles and orders on every machine.");
    seed.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    form.kindProperty().get() == SweepKind.SHOTS
                        || form.kindProperty().get() == SweepKind.ORDER,
                form.kindProperty()));
    var normalization =
        fields.choice(
            "sweep-normalization",
            "Normalisation",
            form.normalizationProperty(),
            Normalization.ALL.stream().filter(each -> !each.needsContentFree()).toList(),
            Normalization::title);
    LabFields.teach(
        normalization,
        "How labels of different length are made comparable before their shares are taken.");
    normalization.visibleProperty().bind(form.labelsProperty().isNotEmpty());
    return fields;
  }

  private javafx.beans.binding.BooleanBinding onTask() {
    return Bindings.createBooleanBinding(
        () -> form.subjectProperty().get().task().isPresent(), form.subjectProperty());
  }

  private static String words(SweepKind kind) {
    return switch (kind) {
      case SHOTS -> "number of shots";
      case ORDER -> "order of the examples";
      case TEMPLATE -> "layout";
      case LEAVE_ONE_OUT -> "leave one example out";
    };
  }

  private Label estimate() {
    var estimate = new Label();
    estimate.setId("sweep-estimate");
    // Two lines stay reserved: once runs are timed, the sentence is longer.
    estimate.getStyleClass().addAll("quiet", "sweep-estimate");
    estimate.setWrapText(true);
    estimate.setMinHeight(Region.USE_PREF_SIZE);
    estimate.textProperty().bind(lab.estimate().textProperty());
    return estimate;
  }

  private HBox commands() {
    var start = new Button("Run sweep");
    start.setId("sweep-start");
    start.getStyleClass().addAll("transport-button", "primary");
    LabFields.teach(start, "Runs in the background: typing in the playground goes first.");
    start.disableProperty().bind(lab.runningProperty().or(lab.estimate().possibleProperty().not()));
    start.setOnAction(_ -> lab.start());
    var cancel = new Button("Cancel");
    cancel.setId("sweep-cancel");
    cancel.getStyleClass().add("transport-button");
    LabFields.teach(cancel, "Stops the sweep; nothing of it is kept.");
    cancel.disableProperty().bind(lab.runningProperty().not());
    FocusPair.join(start, cancel, lab.runningProperty());
    cancel.setOnAction(_ -> lab.cancel());
    var line = new HBox(start, cancel);
    line.getStyleClass().add("transport");
    return line;
  }

  private VBox progress() {
    var bar = new ProgressBar();
    bar.setId("sweep-progress");
    bar.setAccessibleText("How far the sweep is");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.progressProperty().bind(lab.progressProperty());
    var words = new Label();
    words.setId("sweep-progress-text");
    words.getStyleClass().add("quiet-number");
    words.textProperty().bind(lab.progressTextProperty());
    VBox.setVgrow(bar, Priority.NEVER);
    var box = new VBox(bar, words);
    box.getStyleClass().add("lab-progress");
    box.visibleProperty().bind(lab.runningProperty());
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  private Label problem() {
    return Sentences.problem("sweep-problem", lab.problemProperty());
  }
}
