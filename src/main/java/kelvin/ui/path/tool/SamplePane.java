package kelvin.ui.path.tool;

import java.util.List;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kelvin.text.VisibleText;
import kelvin.ui.control.Numbers;
import kelvin.ui.control.Sentences;
import kelvin.ui.work.ResultTable;
import kelvin.ui.work.ToolForm;

/// Layout and bindings of the samples.
public final class SamplePane extends VBox {

  public SamplePane(SampleTool tool) {
    getStyleClass().add("path-tool");
    var table = new ResultTable<>(tool::take);
    table.setId("samples");
    table.setAccessibleText("Samples, the most frequent one first");
    table.say("Enter or a double click makes a path of a sample.");
    table.number(
        "Count",
        "The number of samples that are this one.",
        70,
        row -> row.sample().count(),
        value -> Numbers.count((long) value));
    table.number(
        "Share %", "Its share of all samples.", 76, SampleTool.Row::share, Numbers::percent);
    table.number(
        "Drawn %",
        "The probability with which the sampling draws it.",
        76,
        row -> row.sample().drawnProbability(),
        Numbers::percent);
    table.number(
        "Model %",
        "The model's own probability: τ = 1, nothing removed.",
        76,
        row -> row.sample().probability(),
        Numbers::percent);
    table.text(
        "Continuation",
        "The text after the selected token.",
        row -> VisibleText.of(row.sample().text()) + (row.isGreedy() ? "   (greedy)" : ""));
    VBox.setVgrow(table, Priority.ALWAYS);
    tool.rowsProperty().subscribe(table::show);
    getChildren()
        .addAll(
            ToolForm.line(
                List.of(
                    ToolForm.field(
                        "sample-count",
                        "Draw",
                        "samples",
                        tool.countProperty(),
                        64,
                        "The first has the playground's seed, each next one the next seed."),
                    ToolForm.field(
                        "sample-tokens",
                        "of",
                        "tokens",
                        tool.tokensProperty(),
                        52,
                        "The most tokens of a sample."),
                    ToolForm.buttons(
                        "sample",
                        "Draw from here",
                        "Draws from the selected token on, with the playground's sampling, in the"
                            + " background. Samples that begin alike run once.",
                        tool.run(),
                        tool::start,
                        tool::cancel))),
            Sentences.problem("sample-problem", tool.run().problemProperty()),
            Sentences.problem("sample-take-problem", tool.taking().problemProperty()),
            Sentences.of("sample-sentence", "path-sentence", tool.sentenceProperty()),
            table);
  }
}
