package kelvin.cli.output;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import kelvin.engine.inside.Neighbor;
import kelvin.engine.inside.Similarity;
import kelvin.text.Vocabulary;
import kelvin.text.json.Json;

/// Writes the tokens nearest to a token.
///
/// @param norm the length of the token's vector
public record NeighborList(Vocabulary vocabulary, int id, List<Neighbor> neighbors, double norm) {

  public NeighborList {
    neighbors = List.copyOf(neighbors);
  }

  public void write(Json json) throws IOException {
    json.document(
        () -> {
          json.member("token", vocabulary.text(id));
          json.member("id", id);
          json.member("norm", norm);
          json.array(
              "neighbors",
              () -> {
                for (var neighbor : neighbors) {
                  json.object(
                      () -> {
                        json.member("id", neighbor.id());
                        json.member("token", vocabulary.text(neighbor.id()));
                        json.member("similarity", neighbor.similarity());
                      });
                }
              });
        });
  }

  public void print(PrintWriter out, Similarity similarity) {
    out.println(
        vocabulary.visibleText(id)
            + " (id "
            + id
            + ", length "
            + Words.decimal(norm)
            + "), nearest by "
            + (similarity == Similarity.COSINE ? "cosine" : "dot product"));
    out.println();
    var table =
        new TextTable(
            TextTable.Column.left("token"),
            TextTable.Column.right("id"),
            TextTable.Column.right("similarity"));
    for (var neighbor : neighbors) {
      table.row(
          vocabulary.visibleText(neighbor.id()),
          Integer.toString(neighbor.id()),
          String.format(Locale.ROOT, "%.4f", neighbor.similarity()));
    }
    table.print(out);
  }
}
