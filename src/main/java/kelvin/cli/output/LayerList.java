package kelvin.cli.output;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import kelvin.distribution.Distribution;
import kelvin.engine.inside.Layer;
import kelvin.engine.inside.Layers;
import kelvin.text.Vocabulary;
import kelvin.text.json.Json;

/// Writes the choices of a model after each of its layers.
///
/// @param top the number of candidates of each layer
public record LayerList(Vocabulary vocabulary, Layers layers, int top) {

  public void write(Json json) throws IOException {
    json.document(
        () -> {
          json.array(
              "layers",
              () -> {
                for (int layer = 0; layer < layers.list().size(); layer++) {
                  write(json, layer, layers.list().get(layer));
                }
              });
          json.member("position", layers.position());
          json.member("firstLead", layers.firstLead());
          json.member("lead", layers.lead());
          if (layers.logitsDifference() != 0) {
            json.member("logitsDifference", layers.logitsDifference());
          }
        });
  }

  private void write(Json json, int number, Layer layer) throws IOException {
    json.object(
        () -> {
          json.member("layer", number);
          json.member("entropy", layer.distribution().entropy());
          json.member("klToLast", layer.klToLast());
          json.array(
              "candidates",
              () -> {
                for (int rank = 1; rank <= shown(layer.distribution()); rank++) {
                  write(json, rank, layer.distribution());
                }
              });
        });
  }

  private void write(Json json, int rank, Distribution distribution) throws IOException {
    int id = distribution.logits().tokenAtRank(rank);
    json.object(
        () -> {
          json.member("rank", rank);
          json.member("id", id);
          json.member("token", vocabulary.text(id));
          json.member("probability", distribution.probability(rank));
        });
  }

  private int shown(Distribution distribution) {
    return Math.min(top, distribution.count());
  }

  public void print(PrintWriter out) {
    var choice = vocabulary.visibleText(layers.choice());
    var table =
        new TextTable(
            TextTable.Column.right("layer"),
            TextTable.Column.right("entropy"),
            TextTable.Column.right("KL to last"),
            TextTable.Column.right(choice),
            TextTable.Column.left("most probable"));
    for (int number = 0; number < layers.list().size(); number++) {
      var layer = layers.list().get(number);
      table.row(
          Integer.toString(number),
          number(layer.distribution().entropy()),
          number(layer.klToLast()),
          Words.percent(layer.distribution().probabilityOfToken(layers.choice())),
          candidates(layer.distribution()));
    }
    table.print(out);
    out.println();
    out.println(
        choice
            + " is the final choice. It leads from layer "
            + layers.lead()
            + " on"
            + (layers.firstLead() < layers.lead()
                ? ", and for the first time at layer " + layers.firstLead() + "."
                : "."));
    out.println("Layer 0 is the embeddings. Entropy and KL are in nats.");
    if (layers.logitsDifference() != 0) {
      out.println(
          "The logits of the graph with the added output differ by up to "
              + layers.logitsDifference()
              + " from those of the graph that plays.");
    }
  }

  private String candidates(Distribution distribution) {
    var words = new StringBuilder();
    for (int rank = 1; rank <= shown(distribution); rank++) {
      words
          .append(rank == 1 ? "" : "   ")
          .append(vocabulary.visibleText(distribution.logits().tokenAtRank(rank)))
          .append(' ')
          .append(Words.percent(distribution.probability(rank)));
    }
    return words.toString();
  }

  private static String number(double nats) {
    return String.format(Locale.ROOT, "%.3f", nats);
  }
}
