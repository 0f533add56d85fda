package kelvin.cli.output;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import kelvin.engine.inside.Neighbor;
import kelvin.engine.inside.Similarity;
import kelvin.engine.inside.TokenSpace;
import kelvin.engine.inside.TokenSum;
import kelvin.text.Vocabulary;
import kelvin.text.json.Json;

/// Writes the tokens nearest to a token or to a sum of tokens.
///
/// @param sum a sum of one term is a token
/// @param norm the length of the vector
public record NeighborList(
    Vocabulary vocabulary, TokenSum sum, List<Neighbor> neighbors, double norm) {

  public NeighborList {
    neighbors = List.copyOf(neighbors);
  }

  /// The neighbours of a token.
  public static NeighborList of(
      int id, Vocabulary vocabulary, TokenSpace space, Similarity similarity, int top) {
    var alone = new TokenSum(List.of(new TokenSum.Term(id, 1)));
    return new NeighborList(
        vocabulary, alone, space.neighbors(id, similarity, top), space.norm(id));
  }

  /// The neighbours of a sum.
  public static NeighborList of(
      TokenSum sum, Vocabulary vocabulary, TokenSpace space, Similarity similarity, int top) {
    return new NeighborList(
        vocabulary, sum, space.neighbors(sum, similarity, top), space.norm(sum));
  }

  public void write(Json json) throws IOException {
    json.document(
        () -> {
          if (isToken()) {
            json.member("token", vocabulary.text(id()));
            json.member("id", id());
          } else {
            writeTerms(json);
          }
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

  private void writeTerms(Json json) throws IOException {
    json.array(
        "sum",
        () -> {
          for (var term : sum.terms()) {
            json.object(
                () -> {
                  json.member("weight", term.weight());
                  json.member("id", term.id());
                  json.member("token", vocabulary.text(term.id()));
                });
          }
        });
  }

  private boolean isToken() {
    return sum.terms().size() == 1 && sum.terms().getFirst().weight() == 1;
  }

  private int id() {
    return sum.terms().getFirst().id();
  }

  public void print(PrintWriter out, Similarity similarity) {
    out.println(
        sum.text(vocabulary)
            + " ("
            + (isToken() ? "id " + id() + ", " : "")
            + "length "
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
