package kelvin.ui.compare.precision;

import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.ui.compare.text.PairWords;
import kelvin.ui.control.Numbers;
import kelvin.ui.control.Sentences;
import kelvin.ui.work.ResultTable;
import kelvin.ui.work.ToolForm;

/// The exports of one model over a text in one table: what the smaller ones lose, and what they
/// save.
public final class ExportsPane extends VBox {

  private final ExportsViewModel viewModel;
  private final ResultTable<ExportRow> table = new ResultTable<>(_ -> {});

  /// @param end stands at the end of the line above, such as a menu
  public ExportsPane(ExportsViewModel viewModel, Node end) {
    this.viewModel = viewModel;
    getStyleClass().addAll("card", "card-content", "compare-pairs");
    table.setId("compare-exports");
    table.setAccessibleText("Exports of the model");
    ToolForm.teach(
        table,
        "What each export loses against the one that plays, and what it saves. The worst position is"
            + " that with the largest KL.");
    addColumns();
    VBox.setVgrow(table, Priority.ALWAYS);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var line =
        new HBox(
            10,
            ToolForm.buttons(
                "compare-exports-start",
                "Compare over the prompt of side A",
                "Opens each export, reads the text with it and with the playground’s, and closes it"
                    + " again. All in the background.",
                viewModel.runningProperty(),
                viewModel::start,
                viewModel::stop),
            space,
            end);
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            line,
            Sentences.problem("compare-exports-problem", viewModel.run().problemProperty()),
            Sentences.of("compare-exports-sentence", "quiet", viewModel.sentenceProperty()),
            table);
    ObservableValue<List<ExportRow>> rows = viewModel.rowsProperty();
    rows.subscribe(table::show);
    viewModel.unit().subscribe(_ -> table.refresh());
  }

  private void addColumns() {
    table.text("Export", "The file of the export.", ExportRow::file);
    table.text("Weights", "The number format of most weights.", ExportRow::precision);
    // The end of a name tells the exports apart.
    table.getColumns().get(0).setMinWidth(118);
    table.getColumns().get(0).setMaxWidth(240);
    table.getColumns().get(1).setMinWidth(58);
    table.getColumns().get(1).setMaxWidth(90);
    table.number(
        "MB", "The graph and its weights on disk.", 58, row -> row.bytes() / 1e6, this::tenth);
    table.number(
        "bits/byte",
        "What the text costs this export; less is better.",
        72,
        ExportRow::bitsPerByte,
        PairWords::bitsPerByte);
    table.number(
        "mean KL",
        "KL from the playground’s export to this one, the mean over all tokens.",
        72,
        ExportRow::meanKl,
        this::information);
    table.number(
        "99 % of KL",
        "99 % of the tokens have at most this KL.", 78, ExportRow::p99Kl, this::information);
    table.number(
        "largest KL", "KL where they differ most.", 78, ExportRow::maxKl, this::information);
    table.number(
        "same top %",
        "The share of the tokens before which both have the same top token.",
        82,
        ExportRow::topAgreement,
        Numbers::percent);
    table.number(
        "flips at",
        "The first position at which the same random number draws another token, with the sampling"
            + " of side A and the seed of the playground; empty if it never does.",
        64,
        row -> row.firstFlippedDraw().isPresent() ? row.firstFlippedDraw().getAsInt() : Double.NaN,
        position -> Numbers.count((long) position));
    table.number(
        "tokens/s",
        "How many tokens it read in a second, in this one run on this machine.",
        76,
        ExportRow::tokensPerSecond,
        value -> Numbers.count(Math.round(value)));
    table.text(
        "differs most at", "The text before the token with the largest KL.", ExportRow::worst);
    // Its text may be cut, its heading not.
    table.getColumns().getLast().setMinWidth(120);
  }

  private String tenth(double megabytes) {
    return String.format(Locale.ROOT, "%,.1f", megabytes);
  }

  private String information(double nats) {
    return PairWords.number(nats, viewModel.unit().getValue());
  }
}
