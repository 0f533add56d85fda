package kelvin.ui.path.tool;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
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
    var choice = new HBox(6, with, others);
    choice.setAlignment(Pos.CENTER_LEFT);
    var table = table(unit);
    VBox.setVgrow(table, Priority.ALWAYS);
    tool.rowsProperty().subscribe(table::show);
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
                        tool::cancel))),
            Sentences.problem("pair-problem", tool.run().problemProperty()),
            Sentences.of("pair-sentence", "path-sentence", tool.sentenceProperty()),
            table);
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
