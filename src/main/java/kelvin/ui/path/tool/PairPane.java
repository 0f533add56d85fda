package kelvin.ui.path.tool;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kelvin.display.InformationUnit;
import kelvin.ui.control.ChoiceWords;
import kelvin.ui.control.Numbers;
import kelvin.ui.control.Sentences;
import kelvin.ui.work.ResultTable;
import kelvin.ui.work.ToolForm;
import kelvin.workspace.paths.PathBranch;

/// Layout and bindings of two paths side by side.
public final class PairPane extends VBox {

  private final PairTool tool;
  private final ChoiceBox<PathBranch> others = new ChoiceBox<>();

  /// @param unit of divergences
  /// @param changes changes when other paths can be compared
  public PairPane(
      PairTool tool, ObservableValue<InformationUnit> unit, List<ObservableValue<?>> changes) {
    this.tool = tool;
    getStyleClass().add("path-tool");
    others.setId("pair-other");
    others.getStyleClass().add("lab-choice");
    others.setConverter(new ChoiceWords<>(PathBranch::name));
    others.setAccessibleText("Path to compare with");
    ToolForm.teach(others, "The path beside the one that is selected in the tree.");
    others.valueProperty().subscribe(now -> tool.otherProperty().set(Optional.ofNullable(now)));
    changes.forEach(change -> change.subscribe(_ -> follow()));
    var with = new Label("The selected path with");
    with.getStyleClass().add("quiet");
    with.setLabelFor(others);
    var join =
        ToolForm.button(
            "pair-join",
            "Join",
            "Makes a path: the selected token, followed by the other path’s tokens after the same"
                + " step, with the model’s probabilities there. Undo takes it back.");
    join.setOnAction(_ -> tool.join());
    join.disableProperty().bind(tool.taking().runningProperty());
    var choice = new HBox(6, with, others);
    choice.setAlignment(Pos.CENTER_LEFT);
    var table = table(unit);
    VBox.setVgrow(table, Priority.ALWAYS);
    var byKl = new CheckBox("largest KL first");
    byKl.setId("pair-by-kl");
    ToolForm.teach(
        byKl, "Sorts the steps by KL, so that those where the paths’ futures differ most lead.");
    Runnable show = () -> table.show(ordered(tool.rowsProperty().get(), byKl.isSelected()));
    tool.rowsProperty().subscribe(show);
    byKl.selectedProperty().subscribe(show);
    unit.subscribe((_, _) -> table.refresh());
    getChildren()
        .addAll(
            ToolForm.line(
                List.of(
                    choice,
                    ToolForm.buttons(
                        "pair",
                        "Compare",
                        "Runs the model along both paths, in the background: KL says how far apart"
                            + " its expectations are at each step after they part.",
                        tool.run(),
                        tool::start,
                        tool::cancel),
                    join,
                    byKl)),
            Sentences.problem("pair-problem", tool.run().problemProperty()),
            Sentences.problem("pair-join-problem", tool.taking().problemProperty()),
            Sentences.of("pair-sentence", "path-sentence", tool.sentenceProperty()),
            table);
  }

  /// The steps in their order, or by KL, those of which it is not known last.
  static List<PairTool.Row> ordered(List<PairTool.Row> rows, boolean byKl) {
    return byKl
        ? rows.stream()
            .sorted(
                Comparator.comparingDouble(
                    row -> Double.isNaN(row.kl()) ? Double.POSITIVE_INFINITY : -row.kl()))
            .toList()
        : rows;
  }

  private void follow() {
    var before = others.getValue();
    var now = tool.others();
    if (!now.equals(others.getItems())) {
      others.getItems().setAll(now);
      others.setValue(
          before != null && now.contains(before) ? before : now.stream().findFirst().orElse(null));
    }
  }

  private static ResultTable<PairTool.Row> table(ObservableValue<InformationUnit> unit) {
    var table = new ResultTable<PairTool.Row>(_ -> {});
    table.setId("pair");
    table.setAccessibleText("Steps of both paths");
    table.say("Where two paths part, and what that changes at each step.");
    table.number(
        "Token",
        "The number of the token, from 1.",
        60,
        row -> row.number() + 1,
        value -> Numbers.count((long) value));
    table.number(
        "A %",
        "The model's probability of the selected path's token.",
        70,
        row -> PairTool.Row.probability(row.first()),
        Numbers::percent);
    table.number(
        "B %",
        "The model's probability of the other path's token.",
        70,
        row -> PairTool.Row.probability(row.second()),
        Numbers::percent);
    table
        .number(
            "",
            "KL(A ‖ B) of the distributions before these tokens, at τ = 1.",
            76,
            PairTool.Row::kl,
            nats -> Numbers.threeDigits(unit.getValue().of(nats)))
        .textProperty()
        .bind(unit.map(now -> "KL, " + now.label()));
    table.number(
        "TV",
        "½ Σ |p − q|: the largest change of the probability of any set of tokens.",
        70,
        PairTool.Row::totalVariation,
        Numbers::threeDigits);
    table.text("A", "The token of the selected path.", row -> PairTool.Row.text(row.first()));
    table.text(
        "B",
        "The token of the other path.",
        row -> (row.isSame() ? "=" : PairTool.Row.text(row.second())));
    return table;
  }
}
