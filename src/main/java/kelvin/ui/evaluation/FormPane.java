package kelvin.ui.evaluation;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import kelvin.engine.label.Normalization;
import kelvin.experiment.data.RawData;
import kelvin.experiment.evaluation.TooLong;
import kelvin.ui.control.ChoiceWords;
import kelvin.ui.control.FocusPair;
import kelvin.ui.control.Sentences;
import kelvin.ui.evaluation.form.DataChoice;
import kelvin.ui.evaluation.form.EvaluationForm;
import kelvin.ui.evaluation.form.Planned;
import kelvin.ui.evaluation.form.PromptChoice;
import kelvin.ui.evaluation.form.SplitChoice;
import kelvin.ui.evaluation.picture.ProgressLine;
import kelvin.ui.evaluation.run.EvaluationsViewModel;
import kelvin.ui.lab.common.LabFields;

/// Layout and bindings of the form: data, prompt, what is known of both, start and cancel.
final class FormPane extends VBox {

  private final EvaluationsViewModel evaluations;
  private final EvaluationForm form;
  private final ToggleButton more = new ToggleButton();

  FormPane(EvaluationsViewModel evaluations) {
    this.evaluations = evaluations;
    form = evaluations.form();
    setId("evaluation-form");
    getStyleClass().addAll("card", "card-content");
    getChildren()
        .addAll(
            head(), fields(), moreLine(), furtherFields(), new FormFacts(evaluations), commands());
    getChildren().addAll(progress(), Sentences.problem("evaluation-problem", problem()));
    setOnDragOver(FormPane::acceptFile);
    setOnDragDropped(this::dropFile);
  }

  private HBox head() {
    var title = new Label("NEW EVALUATION");
    title.getStyleClass().add("section-title");
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var open = new Button("Open a file …");
    open.setId("evaluation-open");
    open.getStyleClass().add("quiet-button");
    LabFields.teach(
        open,
        "A table (CSV, TSV, JSONL) with a text and its right label in each row, or a task file. A"
            + " file can also be dropped here.");
    open.setOnAction(_ -> chooseFile());
    var head = new HBox(title, space, open);
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private void chooseFile() {
    var chooser = new FileChooser();
    chooser.setTitle("Open labelled data");
    chooser
        .getExtensionFilters()
        .setAll(
            new ExtensionFilter(
                "Tables and tasks", "*.csv", "*.tsv", "*.txt", "*.jsonl", "*.ndjson", "*.json"),
            new ExtensionFilter("All files", "*"));
    Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow()))
        .map(File::toPath)
        .ifPresent(form::open);
  }

  private static void acceptFile(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void dropFile(DragEvent event) {
    var files = event.getDragboard().getFiles();
    if (files != null && !files.isEmpty()) {
      form.open(files.getFirst().toPath());
      event.setDropCompleted(true);
      event.consume();
    }
  }

  private LabFields fields() {
    var fields = new LabFields();
    var data =
        fields.choice("evaluation-data", "Data", form.dataProperty(), List.of(), DataChoice::title);
    data.setItems(form.choices());
    data.setValue(form.dataProperty().get());
    LabFields.teach(data, "Texts with their right labels: a set or a task, or a file of yours.");
    column(fields, "evaluation-input", "Text", form.inputColumnProperty(), "The column of texts.");
    column(
        fields,
        "evaluation-label",
        "Label",
        form.labelColumnProperty(),
        "The column of the right labels.");
    var prompt =
        fields.choice(
            "evaluation-prompt",
            "Prompt",
            form.promptProperty(),
            PromptChoice.all(),
            PromptChoice::title);
    LabFields.teach(
        prompt,
        "The prompt that each text is asked with: the one that the data brings, the one that is"
            + " composed in the playground, or a task’s.");
    var shots = fields.field("evaluation-shots", "Shots", form.shotsProperty(), "as usual");
    LabFields.teach(shots, "How many examples are shown; empty for as many as the prompt shows.");
    var limit = fields.field("evaluation-limit", "Items", form.limitProperty(), "all");
    LabFields.teach(limit, "How many texts of the test part, drawn by the seed; empty for all.");
    return fields;
  }

  /// A choice of a table's column; not shown for a task.
  private void column(
      LabFields fields, String id, String name, StringProperty column, String lesson) {
    var box = new ChoiceBox<String>();
    box.getStyleClass().add("lab-choice");
    box.setMaxWidth(Double.MAX_VALUE);
    box.setMinWidth(0);
    box.setConverter(new ChoiceWords<>(each -> each.isEmpty() ? "by its name" : each));
    LabFields.teach(box, lesson);
    box.valueProperty()
        .subscribe(
            chosen -> {
              if (chosen != null) {
                column.set(chosen);
              }
            });
    column.subscribe(box::setValue);
    form.rawProperty()
        .subscribe(
            raw -> {
              var names = new ArrayList<String>(List.of(""));
              names.addAll(raw.map(RawData::columns).orElse(List.of()));
              // A value of before the items would keep the box blank.
              box.setValue(null);
              box.getItems().setAll(names);
              box.setValue(column.get());
            });
    box.visibleProperty().bind(isTable());
    fields.row(id, name, box);
  }

  private ObservableValue<Boolean> isTable() {
    return form.rawProperty().map(raw -> raw.filter(each -> !each.columns().isEmpty()).isPresent());
  }

  private HBox moreLine() {
    more.setId("evaluation-more");
    more.getStyleClass().addAll("quiet-button", "disclosure", "flush");
    more.textProperty()
        .bind(more.selectedProperty().map(open -> open ? "Fewer settings" : "More settings"));
    LabFields.teach(
        more, "Order, normalisation, the split into parts, texts that are too long, the seed.");
    return new HBox(more);
  }

  private LabFields furtherFields() {
    var fields = new LabFields();
    var shuffled = new CheckBox("shuffled by the seed");
    shuffled.selectedProperty().bindBidirectional(form.shuffledProperty());
    LabFields.teach(shuffled, "Shows the examples in another order, which the seed draws.");
    fields.row("evaluation-order", "Examples", shuffled);
    var normalization =
        fields.choice(
            "evaluation-normalization",
            "Normalisation",
            form.normalizationProperty(),
            Normalization.ALL,
            Normalization::title);
    LabFields.teach(normalization, "How labels are made comparable before their shares are taken.");
    var split =
        fields.choice(
            "evaluation-split", "Split", form.splitProperty(), SplitChoice.ALL, SplitChoice::title);
    LabFields.teach(
        split,
        "The train part gives the examples and the corrections, the test part is judged. As it is:"
            + " a task’s examples train, a table is all test.");
    var share = fields.field("evaluation-share", "Test part", form.shareProperty(), "0.5");
    LabFields.teach(share, "The share of each label that is drawn as the test part.");
    share.visibleProperty().bind(form.splitProperty().map(now -> now == SplitChoice.SEED));
    var marks = new ChoiceBox<String>();
    marks.getStyleClass().add("lab-choice");
    marks.setMaxWidth(Double.MAX_VALUE);
    LabFields.teach(marks, "The column whose cells say train or test.");
    form.rawProperty()
        .subscribe(raw -> marks.getItems().setAll(raw.map(RawData::columns).orElse(List.of())));
    marks
        .valueProperty()
        .subscribe(chosen -> form.splitColumnProperty().set(chosen == null ? "" : chosen));
    marks.visibleProperty().bind(form.splitProperty().map(now -> now == SplitChoice.COLUMN));
    fields.row("evaluation-split-column", "Column", marks);
    var tooLong =
        fields.choice(
            "evaluation-too-long",
            "Too long",
            form.tooLongProperty(),
            TooLong.ALL,
            FormPane::words);
    LabFields.teach(
        tooLong, "What becomes of a text that outgrows the model’s context with its prompt.");
    var seed = fields.field("evaluation-seed", "Seed", form.seedProperty(), "");
    LabFields.teach(seed, "The same seed draws the same texts and orders on every machine.");
    fields.visibleProperty().bind(more.selectedProperty());
    fields.managedProperty().bind(fields.visibleProperty());
    return fields;
  }

  private static String words(TooLong choice) {
    return switch (choice) {
      case REFUSE -> "say it and stop";
      case LEAVE_OUT -> "leave it out";
      case SHORTEN -> "shorten it";
    };
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
