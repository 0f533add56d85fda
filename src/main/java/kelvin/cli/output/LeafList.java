package kelvin.cli.output;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import kelvin.engine.expansion.BeamLoss;
import kelvin.engine.expansion.Expansion;
import kelvin.engine.expansion.Leaf;
import kelvin.text.VisibleText;
import kelvin.text.Vocabulary;
import kelvin.text.json.Json;

/// The answer of `kelvin expand`.
public record LeafList(int depth, Expansion expansion) {

  public void write(Json json) throws IOException {
    json.document(
        () -> {
          json.array("leaves", () -> writeLeaves(json, expansion.leaves()));
          json.member("covered", expansion.covered());
          json.member("unexplored", expansion.unexplored());
          json.member("runs", expansion.runs());
          json.member("count", expansion.count());
          json.member("end", expansion.end().label());
          if (expansion.beam().isPresent()) {
            write(json, expansion.beam().get());
          }
        });
  }

  private static void write(Json json, BeamLoss loss) throws IOException {
    json.object(
        "beam",
        () -> {
          json.array("leaves", () -> writeLeaves(json, loss.beam().leaves()));
          json.member("covered", loss.beam().covered());
          json.member("best", loss.best());
          json.array("missed", () -> writeLeaves(json, loss.missed()));
          json.member("runs", loss.beam().runs());
        });
  }

  private static void writeLeaves(Json json, List<Leaf> leaves) throws IOException {
    for (var leaf : leaves) {
      json.object(
          () -> {
            json.ids("ids", leaf.ids());
            json.member("text", leaf.text());
            json.member("logProbability", leaf.logProbability());
            json.member("ended", leaf.ended());
          });
    }
  }

  /// @param vocabulary the texts of the tokens
  public void print(PrintWriter out, Vocabulary vocabulary) {
    var table =
        new TextTable(
            TextTable.Column.left("continuation"),
            TextTable.Column.right("probability"),
            TextTable.Column.right("log-probability (nats)"),
            TextTable.Column.left("tokens"));
    for (var leaf : expansion.leaves()) {
      var text = VisibleText.of(leaf.text());
      table.row(
          text.isEmpty() ? "(no text)" : text,
          Words.percent(leaf.probability()),
          Words.decimal(leaf.logProbability()),
          leaf.ids().stream().map(vocabulary::visibleText).collect(Collectors.joining(" ")));
    }
    table.print(out);
    out.println();
    out.println(summary());
    expansion.beam().ifPresent(loss -> out.println(words(loss)));
    out.flush();
  }

  private static String words(BeamLoss loss) {
    int ends = loss.beam().leaves().size();
    return "The beam ends with "
        + Words.count(ends)
        + (ends == 1 ? " leaf of " : " leaves of ")
        + Words.mass(loss.beam().covered())
        + "; as many that the expansion found hold "
        + Words.mass(loss.best())
        + ". "
        + (loss.missed().isEmpty()
            ? "It missed none of them."
            : "It missed "
                + (loss.missed().size() == 1
                    ? "one of them: “"
                    : Words.count(loss.missed().size()) + " of them, most probable “")
                + VisibleText.of(loss.missed().getFirst().text())
                + "” with "
                + Words.percent(loss.missed().getFirst().probability())
                + ".");
  }

  private String summary() {
    int listed = expansion.leaves().size();
    return Words.count(expansion.count())
        + (expansion.count() == 1 ? " leaf holds " : " leaves hold ")
        + Words.mass(expansion.covered())
        + " of all continuations of "
        + Words.tokens(depth)
        + (listed < expansion.count() ? " (" + Words.count(listed) + " listed)" : "")
        + "; "
        + Words.mass(expansion.unexplored())
        + " is unexplored. After "
        + Words.count(expansion.runs())
        + (expansion.runs() == 1 ? " run, " : " runs, ")
        + expansion.end().reason()
        + ".";
  }
}
