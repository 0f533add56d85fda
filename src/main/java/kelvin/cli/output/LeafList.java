package kelvin.cli.output;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import kelvin.engine.expansion.Expansion;
import kelvin.text.VisibleText;
import kelvin.text.Vocabulary;
import kelvin.text.json.Json;

/// The answer of `kelvin expand`.
public record LeafList(int depth, Expansion expansion) {

  public void write(Json json) throws IOException {
    json.document(
        () -> {
          json.array("leaves", () -> writeLeaves(json));
          json.member("covered", expansion.covered());
          json.member("unexplored", expansion.unexplored());
          json.member("runs", expansion.runs());
          json.member("count", expansion.count());
          json.member("end", expansion.end().label());
        });
  }

  private void writeLeaves(Json json) throws IOException {
    for (var leaf : expansion.leaves()) {
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
    out.flush();
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
