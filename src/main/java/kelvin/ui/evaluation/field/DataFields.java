package kelvin.ui.evaluation.field;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import kelvin.engine.label.Normalization;
import kelvin.experiment.data.RawData;
import kelvin.experiment.evaluation.TooLong;
import kelvin.ui.control.ChoiceWords;
import kelvin.ui.evaluation.form.DataChoice;
import kelvin.ui.evaluation.form.EvaluationForm;
import kelvin.ui.evaluation.form.PromptChoice;
import kelvin.ui.evaluation.form.SplitChoice;
import kelvin.ui.lab.common.LabFields;

/// The fields of a form for data, its split and the prompt that it is asked with.
public final class DataFields {

  private final String id;
  private final EvaluationForm form;

  /// @param id the beginning of the ids of all controls
  public DataFields(String id, EvaluationForm form) {
    this.id = id;
    this.form = form;
  }

  /// The head of the form: its title, and a button that asks for a file.
  public HBox head(String words) {
    var title = new Label(words);
    title.getStyleClass().add("section-title");
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var head = new HBox(title, space, openButton());
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private Button openButton() {
    var open = new Button("Open a file …");
    open.setId(id + "-open");
    open.getStyleClass().add("quiet-button");
    LabFields.teach(
        open,
        "A table (CSV, TSV, JSONL) with a text and its right label in each row, or a task file. A"
            + " file can also be dropped here.");
    open.setOnAction(_ -> chooseFile(open.getScene().getWindow()));
    return open;
  }

  /// Lets files be dropped on a part of the window.
  public void takeFiles(Region target) {
    target.setOnDragOver(DataFields::acceptFile);
    target.setOnDragDropped(this::dropFile);
  }

  private void chooseFile(Window window) {
    var chooser = new FileChooser();
    chooser.setTitle("Open labelled data");
    chooser
        .getExtensionFilters()
        .setAll(
            new ExtensionFilter(
                "Tables and tasks", "*.csv", "*.tsv", "*.txt", "*.jsonl", "*.ndjson", "*.json"),
            new ExtensionFilter("All files", "*"));
    Optional.ofNullable(chooser.showOpenDialog(window)).map(File::toPath).ifPresent(form::open);
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

  /// The fields that everyone needs: data, columns, prompt, shots, items.
  public LabFields fields() {
    var fields = fieldsOfData();
    var shots = fields.field(id + "-shots", "Shots", form.shotsProperty(), "as usual");
    LabFields.teach(shots, "How many examples are shown; empty for as many as the prompt shows.");
    addLimit(fields);
    return fields;
  }

  /// The same without the shots, for what draws its examples itself.
  public LabFields fieldsWithoutShots() {
    var fields = fieldsOfData();
    addLimit(fields);
    return fields;
  }

  private void addLimit(LabFields fields) {
    var limit = fields.field(id + "-limit", "Items", form.limitProperty(), "all");
    LabFields.teach(limit, "How many texts of the test part, drawn by the seed; empty for all.");
  }

  private LabFields fieldsOfData() {
    var fields = new LabFields();
    var data =
        fields.choice(id + "-data", "Data", form.dataProperty(), List.of(), DataChoice::title);
    data.setItems(form.choices());
    data.setValue(form.dataProperty().get());
    LabFields.teach(data, "Texts with their right labels: a set or a task, or a file of yours.");
    column(fields, id + "-input", "Text", form.inputColumnProperty(), "The column of texts.");
    column(
        fields,
        id + "-label",
        "Label",
        form.labelColumnProperty(),
        "The column of the right labels.");
    var prompt =
        fields.choice(
            id + "-prompt",
            "Prompt",
            form.promptProperty(),
            PromptChoice.all(),
            PromptChoice::title);
    LabFields.teach(
        prompt,
        "The prompt that each text is asked with: the one that the data brings, the one that is"
            + " composed in the playground, or a task’s.");
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

  /// Adds the order of the examples and the comparison of the labels.
  public void addComparison(LabFields fields) {
    var shuffled = new CheckBox("shuffled by the seed");
    shuffled.selectedProperty().bindBidirectional(form.shuffledProperty());
    LabFields.teach(shuffled, "Shows the examples in another order, which the seed draws.");
    fields.row(id + "-order", "Examples", shuffled);
    var normalization =
        fields.choice(
            id + "-normalization",
            "Normalisation",
            form.normalizationProperty(),
            Normalization.ALL,
            Normalization::title);
    LabFields.teach(normalization, "How labels are made comparable before their shares are taken.");
  }

  /// Adds the split, what becomes of long texts, and the seed.
  public void addFurther(LabFields fields) {
    var split =
        fields.choice(
            id + "-split", "Split", form.splitProperty(), SplitChoice.ALL, SplitChoice::title);
    LabFields.teach(
        split,
        "The train part gives the examples and the corrections, the test part is judged. As it is:"
            + " a task’s examples train, a table is all test.");
    var share = fields.field(id + "-share", "Test part", form.shareProperty(), "0.5");
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
        .subscribe((_, chosen) -> form.splitColumnProperty().set(chosen == null ? "" : chosen));
    // Another form may have said it.
    form.splitColumnProperty().subscribe(marks::setValue);
    marks.visibleProperty().bind(form.splitProperty().map(now -> now == SplitChoice.COLUMN));
    fields.row(id + "-split-column", "Column", marks);
    var tooLong =
        fields.choice(
            id + "-too-long", "Too long", form.tooLongProperty(), TooLong.ALL, DataFields::words);
    LabFields.teach(
        tooLong, "What becomes of a text that outgrows the model’s context with its prompt.");
    var seed = fields.field(id + "-seed", "Seed", form.seedProperty(), "");
    LabFields.teach(seed, "The same seed draws the same texts and orders on every machine.");
  }

  private static String words(TooLong choice) {
    return switch (choice) {
      case REFUSE -> "say it and stop";
      case LEAVE_OUT -> "leave it out";
      case SHORTEN -> "shorten it";
    };
  }
}
