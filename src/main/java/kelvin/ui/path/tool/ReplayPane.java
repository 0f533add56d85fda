package kelvin.ui.path.tool;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kelvin.ui.control.Numbers;
import kelvin.ui.control.Sentences;
import kelvin.ui.model.beside.BorrowedModelMenu;
import kelvin.ui.work.ResultTable;
import kelvin.ui.work.ToolForm;

/// Layout and bindings of the replay.
public final class ReplayPane extends VBox {

  public ReplayPane(ReplayTool tool) {
    getStyleClass().add("path-tool");
    var words =
        new Label(
            "What would this seed have drawn with other settings, or by another model? Each step"
                + " keeps its random number, so nothing else makes the first other token.");
    words.getStyleClass().add("quiet");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    var fromHere = new CheckBox("from the selected token on");
    fromHere.setId("replay-from-here");
    ToolForm.teach(fromHere, "Keeps the tokens up to the selected one as they are.");
    fromHere.selectedProperty().bindBidirectional(tool.fromHereProperty());
    var table = table(tool);
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren()
        .addAll(
            words,
            ToolForm.line(
                List.of(
                    by(tool),
                    ToolForm.field(
                        "replay-temperature",
                        "at τ",
                        "",
                        tool.temperatureProperty(),
                        "as now",
                        70,
                        "The temperature in place of the playground's; empty for its sampling as it"
                            + " is now."),
                    ToolForm.field(
                        "replay-count",
                        "for",
                        "tokens",
                        tool.countProperty(),
                        "as many",
                        76,
                        "The most tokens; empty for as many as the path has."),
                    fromHere,
                    ToolForm.buttons(
                        "replay",
                        "Replay",
                        "Draws the path again with its own seed, in the background.",
                        tool.busyProperty(),
                        tool::start,
                        tool::cancel),
                    take(tool))),
            Sentences.problem("replay-problem", tool.run().problemProperty()),
            Sentences.problem("replay-take-problem", tool.taking().problemProperty()),
            Sentences.of("replay-model", "path-sentence", tool.model().sentenceProperty()),
            Sentences.of("replay-sentence", "path-sentence", tool.sentenceProperty()),
            table);
  }

  private static HBox by(ReplayTool tool) {
    var menu =
        new BorrowedModelMenu(
            "replay-by",
            tool.model(),
            "The model that draws: the open one, whose replay becomes a path of the tree, or another"
                + " one with the same tokens, such as an export with smaller weights. Another one is"
                + " opened for the replay and closed after it.");
    var by = new Label("By");
    by.getStyleClass().add("quiet");
    by.setLabelFor(menu);
    var box = new HBox(6, by, menu);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  /// Only the tokens of another model are no path yet.
  private static Button take(ReplayTool tool) {
    var take =
        ToolForm.button(
            "replay-take",
            "Take as a path",
            "Makes a path of the tokens that another model drew, with the open model’s probabilities."
                + " Undo takes it back.");
    take.setOnAction(_ -> tool.take());
    take.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    tool.busyProperty().get()
                        || tool.taking().runningProperty().get()
                        || tool.rows().isEmpty()
                        || tool.rows().getFirst().node().isPresent(),
                tool.busyProperty(),
                tool.taking().runningProperty(),
                tool.rows()));
    return take;
  }

  private static ResultTable<ReplayRow> table(ReplayTool tool) {
    var table = new ResultTable<ReplayRow>(tool::look);
    table.setId("replay-rows");
    table.setAccessibleText("Steps of the path and of its replay");
    table.say("Each step of the path beside that of its replay.");
    table.number(
        "Token",
        "The number of the token, from 1.",
        60,
        ReplayRow::number,
        value -> Numbers.count((long) value));
    table.number(
        "u",
        "The random number of the step, the same for both.",
        70,
        ReplayRow::u,
        u -> String.format(Locale.ROOT, "%.4f", u));
    table.number(
        "Path %",
        "The probability of the path's token by the model that drew it, at τ = 1.",
        74,
        ReplayRow::recordedProbability,
        Numbers::percent);
    table.number(
        "Replay %",
        "The probability of the replay's token by the model that drew the replay, at τ = 1.",
        82,
        ReplayRow::probability,
        Numbers::percent);
    table.text("Path", "The token of the path.", ReplayRow::recordedText);
    table.text(
        "Replay",
        "The token of the replay; = where it is the same.",
        row -> row.isSame() ? "=" : row.text());
    table.setItems(tool.rows());
    return table;
  }
}
