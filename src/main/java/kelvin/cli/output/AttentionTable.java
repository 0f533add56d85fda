package kelvin.cli.output;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalInt;
import kelvin.engine.inside.Attention;
import kelvin.engine.inside.AttentionChoice.Chosen;
import kelvin.engine.inside.AttentionRow;
import kelvin.experiment.ContextPart;
import kelvin.text.Vocabulary;
import kelvin.text.json.Json;

/// Writes the attention of the last position of a prompt.
///
/// @param rows those that were asked for, at least one
/// @param parts of a few-shot prompt; empty for other prompts
public record AttentionTable(
    Vocabulary vocabulary,
    List<Integer> ids,
    Attention attention,
    List<Chosen> rows,
    List<ContextPart> parts) {

  private static final String MEAN = "mean";

  public AttentionTable {
    ids = List.copyOf(ids);
    rows = List.copyOf(rows);
    parts = List.copyOf(parts);
  }

  public void write(Json json) throws IOException {
    json.document(
        () -> {
          json.member("position", attention.position());
          json.member("layers", attention.layerCount());
          json.member("heads", attention.headCount());
          json.array("tokens", () -> writeTokens(json));
          json.array("rows", () -> writeRows(json));
          json.object("mean", () -> writeWeights(json, mean(), startShare()));
          if (!parts.isEmpty()) {
            json.array("parts", () -> writeParts(json));
          }
          if (!attention.sumsToOne()) {
            json.member("sumError", attention.sumError());
          }
          if (attention.logitsDifference() != 0) {
            json.member("logitsDifference", attention.logitsDifference());
          }
        });
  }

  private AttentionRow mean() {
    return AttentionRow.mean(rows.stream().map(Chosen::row).toList());
  }

  private double startShare() {
    return rows.stream().mapToDouble(Chosen::startShare).average().orElse(0);
  }

  private void writeTokens(Json json) throws IOException {
    for (int i = 0; i < ids.size(); i++) {
      int position = i;
      json.object(
          () -> json.tokenMembers(position, ids.get(position), vocabulary.text(ids.get(position))));
    }
  }

  private void writeRows(Json json) throws IOException {
    for (var chosen : rows) {
      json.object(
          () -> {
            writeNumber(json, "layer", chosen.layer());
            writeNumber(json, "head", chosen.head());
            writeWeights(json, chosen.row(), chosen.startShare());
          });
    }
  }

  private void writeParts(Json json) throws IOException {
    for (var part : parts) {
      json.object(
          () -> {
            json.member("part", part.kind().label());
            if (part.kind() == ContextPart.Kind.EXAMPLE) {
              json.member("example", part.example());
            }
            json.member("from", part.positions().from());
            json.member("to", part.positions().to());
            json.member("weight", weight(part));
          });
    }
  }

  private double weight(ContextPart part) {
    return mean().sum(part.positions().from(), part.positions().to());
  }

  /// A mean has no number.
  private static void writeNumber(Json json, String name, OptionalInt number) throws IOException {
    if (number.isPresent()) {
      json.member(name, number.getAsInt());
    } else {
      json.missing(name);
    }
  }

  private static void writeWeights(Json json, AttentionRow row, double startShare)
      throws IOException {
    json.member("startShare", startShare);
    json.array(
        "weights",
        () -> {
          for (double weight : row.weights()) {
            json.element(weight);
          }
        });
  }

  public void print(PrintWriter out) {
    printTokens(out);
    out.println();
    if (!parts.isEmpty()) {
      printParts(out);
      out.println();
    }
    if (rows.size() > 1) {
      printRows(out);
      out.println();
    }
    out.println(
        Words.percent(startShare())
            + " of the weight is on the first token. Attention says what is mixed, not why the"
            + " answer is so.");
    if (!attention.sumsToOne()) {
      out.println(
          "The weights of a head do not sum to 1: they differ from it by up to "
              + Words.decimal(attention.sumError())
              + ". The rest is on no token.");
    }
    if (attention.logitsDifference() != 0) {
      out.println(
          "The logits of the graph with the added outputs differ by up to "
              + attention.logitsDifference()
              + " from those of the graph that plays.");
    }
  }

  private void printTokens(PrintWriter out) {
    var table =
        new TextTable(
            TextTable.Column.right("position"),
            TextTable.Column.left("token"),
            TextTable.Column.right("id"),
            TextTable.Column.right(rows.size() == 1 ? "weight" : "mean weight"));
    var mean = mean().weights();
    for (int i = 0; i < mean.length; i++) {
      int id = ids.get(i);
      table.row(
          Integer.toString(i),
          vocabulary.visibleText(id),
          Integer.toString(id),
          Words.percent(mean[i]));
    }
    table.print(out);
  }

  private void printParts(PrintWriter out) {
    var table =
        new TextTable(
            TextTable.Column.left("part"),
            TextTable.Column.right("tokens"),
            TextTable.Column.right("weight together"));
    for (var part : parts) {
      var name = part.kind().label();
      table.row(
          part.kind() == ContextPart.Kind.EXAMPLE ? name + " " + part.example() : name,
          Words.count(part.positions().count()),
          Words.percent(weight(part)));
    }
    table.print(out);
  }

  /// The rows of a model have too many numbers for a terminal, so each says where it looks most.
  private void printRows(PrintWriter out) {
    var table =
        new TextTable(
            TextTable.Column.right("layer"),
            TextTable.Column.right("head"),
            TextTable.Column.right("first token"),
            TextTable.Column.left("most of the rest on"),
            TextTable.Column.right("weight"));
    for (var chosen : rows) {
      int most = chosen.row().mostAfterStart();
      table.row(
          text(chosen.layer()),
          text(chosen.head()),
          Words.percent(chosen.startShare()),
          most == 0 ? "" : vocabulary.visibleText(ids.get(most)) + " (" + most + ")",
          most == 0 ? "" : Words.percent(chosen.row().weights()[most]));
    }
    table.print(out);
  }

  private static String text(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : MEAN;
  }
}
