package kelvin.cli.output;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import kelvin.engine.inside.Analogies;
import kelvin.text.json.Json;

/// Writes how often sums of words find the right word.
public record AnalogyTable(List<Analogies.Score> scores) {

  public AnalogyTable {
    scores = List.copyOf(scores);
  }

  public void write(Json json) throws IOException {
    json.document(
        () -> {
          json.array(
              "relations",
              () -> {
                for (var score : scores) {
                  json.object(
                      () -> {
                        json.member("relation", score.name());
                        write(json, score);
                      });
                }
              });
          json.object("total", () -> write(json, Analogies.total(scores)));
        });
  }

  private static void write(Json json, Analogies.Score score) throws IOException {
    json.member("pairs", score.pairs());
    json.member("sums", score.sums());
    json.member("first", score.first());
    json.member("amongFive", score.amongFive());
    json.member("baseline", score.baseline());
  }

  public void print(PrintWriter out) {
    var table =
        new TextTable(
            TextTable.Column.left("relation"),
            TextTable.Column.right("pairs"),
            TextTable.Column.right("sums"),
            TextTable.Column.right("first"),
            TextTable.Column.right("among five"),
            TextTable.Column.right("without sum"));
    scores.forEach(score -> row(table, score));
    var total = Analogies.total(scores);
    row(table, total);
    table.print(out);
    out.println();
    out.println(
        total.sums() == 0
            ? "No sum could be measured: the model has too few of the words as tokens."
            : "A sum is measured if its four words are one token each. Without sum: the right token"
                + " is nearest to the first word alone.");
  }

  private static void row(TextTable table, Analogies.Score score) {
    table.row(
        score.name(),
        Words.count(score.pairs()),
        Words.count(score.sums()),
        share(score.first(), score.sums()),
        share(score.amongFive(), score.sums()),
        share(score.baseline(), score.sums()));
  }

  private static String share(int count, int of) {
    return of == 0 ? "-" : Words.count(count) + " (" + Math.round(100.0 * count / of) + " %)";
  }
}
