package kelvin.ui.evaluation.comparison;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.ui.control.ChoiceWords;
import kelvin.ui.control.FocusPair;
import kelvin.ui.control.Sentences;
import kelvin.ui.evaluation.picture.ComparisonWords;
import kelvin.ui.evaluation.picture.MeasureTable;
import kelvin.ui.evaluation.picture.ProgressLine;
import kelvin.ui.evaluation.run.EvaluatedRun;
import kelvin.ui.lab.common.LabFields;
import org.jspecify.annotations.Nullable;

/// The evaluation on show beside another one, and beside variants of its prompt.
public final class ComparisonPane extends VBox {

  private final ObservableList<EvaluatedRun> runs;
  private final ComparisonViewModel comparison;
  private final VariantsViewModel variants;
  private final ChoiceBox<EvaluatedRun> other = new ChoiceBox<>();
  private final MeasureTable measures = new MeasureTable();
  private final Label sentence = new Label();
  private final Label cost = new Label();
  private @Nullable EvaluatedRun shown;

  /// @param runs all evaluations
  /// @param onOpen gets a variant that is to be an evaluation of its own
  public ComparisonPane(
      ObservableList<EvaluatedRun> runs,
      ComparisonViewModel comparison,
      VariantsViewModel variants,
      Consumer<EvaluatedRun> onOpen) {
    this.runs = runs;
    this.comparison = comparison;
    this.variants = variants;
    getStyleClass().add("comparison-pane");
    sentence.setId("evaluation-comparison");
    sentence.setWrapText(true);
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    sentence.managedProperty().bind(sentence.textProperty().isNotEmpty());
    measures.managedProperty().bind(measures.visibleProperty());
    var table = new VariantsTable(variants.rows(), onOpen);
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren()
        .addAll(
            choice(),
            measures,
            sentence,
            commands(),
            ProgressLine.of("evaluation-variants-progress", variants.progress()),
            Sentences.problem("evaluation-variants-problem", variants.problemProperty()),
            table);
    runs.addListener((ListChangeListener<EvaluatedRun>) _ -> fill());
    other.valueProperty().subscribe((_, _) -> compare());
    comparison.comparedProperty().subscribe(this::say);
  }

  /// Shows another evaluation beside the others.
  public void show(EvaluatedRun other) {
    shown = other;
    cost.setText(VariantsViewModel.cost(other));
    fill();
    compare();
  }

  private HBox choice() {
    var title = new Label("COMPARE WITH");
    title.getStyleClass().add("section-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    other.setId("evaluation-other");
    other.getStyleClass().add("lab-choice");
    other.setAccessibleText("The other evaluation");
    other.setMinWidth(0);
    other.setMaxWidth(Double.MAX_VALUE);
    other.setConverter(
        new ChoiceWords<>(run -> run.title() + "  ·  " + run.about(ZoneId.systemDefault())));
    LabFields.teach(other, "Another evaluation of this window, on the same data.");
    HBox.setHgrow(other, Priority.ALWAYS);
    var line = new HBox(title, other);
    line.getStyleClass().add("card-head");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private void fill() {
    var chosen = other.getValue();
    other.getItems().setAll(runs.stream().filter(run -> !isShown(run)).toList());
    // New items take the choice away.
    other.setValue(other.getItems().contains(chosen) ? chosen : null);
    other.setVisible(!other.getItems().isEmpty());
  }

  @SuppressWarnings("ReferenceEquality") // Two runs of the same data are two runs.
  private boolean isShown(EvaluatedRun run) {
    return run == shown;
  }

  private void compare() {
    var chosen = other.getValue();
    var present = shown;
    if (chosen == null || present == null) {
      comparison.clear();
      say(Optional.empty());
    } else {
      comparison.compare(present, chosen);
    }
  }

  private void say(Optional<ComparisonViewModel.Compared> compared) {
    measures.setVisible(compared.isPresent());
    if (compared.isEmpty()) {
      sentence.setText(
          other.getItems().isEmpty()
              ? "There is no other evaluation yet: change the form and press Evaluate again."
              : "");
      return;
    }
    var first = compared.get().first();
    var second = compared.get().second();
    measures.show(
        List.of(
            new MeasureTable.Row("This: " + first.conditions(), first.measures()),
            new MeasureTable.Row("Other: " + second.conditions(), second.measures())));
    sentence.setText(ComparisonWords.sentence(compared.get().difference()));
  }

  private HBox commands() {
    var title = new Label("SIDE BY SIDE");
    title.getStyleClass().add("section-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    cost.getStyleClass().add("quiet");
    cost.setMinWidth(0);
    cost.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(cost, Priority.ALWAYS);
    var begin = new Button("Run the variants");
    begin.setId("evaluation-variants");
    begin.getStyleClass().add("transport-button");
    begin.setMinWidth(Region.USE_PREF_SIZE);
    LabFields.teach(
        begin,
        "Measures the same texts with the six normalisations, other numbers of shots, other orders"
            + " of the examples, and the task in words.");
    begin.disableProperty().bind(variants.progress().runningProperty());
    begin.setOnAction(_ -> variants.begin());
    var cancel = new Button("Cancel");
    cancel.setId("evaluation-variants-cancel");
    cancel.getStyleClass().add("transport-button");
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    LabFields.teach(cancel, "Stops; the variants that were measured stay.");
    cancel.disableProperty().bind(variants.progress().runningProperty().not());
    FocusPair.join(begin, cancel, variants.progress().runningProperty());
    cancel.setOnAction(_ -> variants.cancel());
    var line = new HBox(title, cost, begin, cancel);
    line.getStyleClass().add("card-head");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }
}
