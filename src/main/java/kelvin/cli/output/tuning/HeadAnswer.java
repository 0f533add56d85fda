package kelvin.cli.output.tuning;

import java.io.IOException;
import java.io.PrintWriter;
import kelvin.cli.output.TextTable;
import kelvin.cli.output.Words;
import kelvin.experiment.tuning.HeadShares;
import kelvin.text.VisibleText;
import kelvin.text.json.Json;

/// The answer of `kelvin label` where the model has a head.
///
/// @param model the model's name
/// @param prompt as the model got it
public record HeadAnswer(String model, String prompt, HeadShares shares) {

  public void write(Json json) throws IOException {
    var labels = shares.head().labels();
    json.document(
        () -> {
          json.member("model", model);
          json.member("prompt", prompt);
          json.member("comparedBy", "head");
          json.array(
              "labels",
              () -> {
                for (int i = 0; i < labels.size(); i++) {
                  int at = i;
                  json.object(
                      () -> {
                        json.member("label", labels.get(at));
                        json.member("score", shares.scores().get(at));
                        json.member("share", shares.shares().get(at));
                      });
                }
              });
          json.member("choice", labels.get(shares.choice()));
        });
  }

  public void print(PrintWriter out) {
    var labels = shares.head().labels();
    var table =
        new TextTable(
            TextTable.Column.left("label"),
            TextTable.Column.right("score"),
            TextTable.Column.right("share"));
    for (int i = 0; i < labels.size(); i++) {
      table.row(
          VisibleText.of(labels.get(i)) + (i == shares.choice() ? "  <- chosen" : ""),
          Words.decimal(shares.scores().get(i)),
          Words.percent(shares.shares().get(i)));
    }
    table.print(out);
    out.println();
    out.println("Compared by the head of " + model + ", not by the probabilities of the texts.");
    out.flush();
  }
}
