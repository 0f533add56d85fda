package kelvin.cli.output;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import kelvin.engine.inside.Attribution;
import kelvin.text.Vocabulary;
import kelvin.text.json.Json;

/// Writes which tokens of a prompt drive a prediction.
public record AttributionTable(Vocabulary vocabulary, Attribution attribution) {

  public void write(Json json) throws IOException {
    json.document(
        () -> {
          json.member("token", vocabulary.text(attribution.id()));
          json.member("id", attribution.id());
          json.member("logProbability", attribution.logProbability());
          json.array(
              "tokens",
              () -> {
                for (var share : attribution.tokens()) {
                  json.object(() -> writeShare(json, share));
                }
              });
          if (attribution.logitsDifference() != 0) {
            json.member("logitsDifference", attribution.logitsDifference());
          }
        });
  }

  private void writeShare(Json json, Attribution.Share share) throws IOException {
    json.member("position", share.position());
    json.member("id", share.id());
    json.member("token", vocabulary.text(share.id()));
    json.member("gradientNorm", share.gradientNorm());
    json.member("gradientDotEmbedding", share.gradientDotEmbedding());
    if (share.measuredEffect().isPresent()) {
      json.member("measuredEffect", share.measuredEffect().getAsDouble());
      json.member("signsDiffer", share.disagrees());
    }
  }

  public void print(PrintWriter out) {
    out.println(
        "ln p("
            + vocabulary.visibleText(attribution.id())
            + ") = "
            + number(attribution.logProbability())
            + " (id "
            + attribution.id()
            + ")");
    out.println();
    boolean measured =
        attribution.tokens().stream().anyMatch(share -> share.measuredEffect().isPresent());
    var columns =
        new ArrayList<>(
            List.of(
                TextTable.Column.right("position"),
                TextTable.Column.left("token"),
                TextTable.Column.right("gradient norm"),
                TextTable.Column.right("gradient · vector")));
    if (measured) {
      columns.add(TextTable.Column.right("measured effect"));
      columns.add(TextTable.Column.left(""));
    }
    var table = new TextTable(columns.toArray(TextTable.Column[]::new));
    for (var share : attribution.tokens()) {
      var cells =
          new ArrayList<>(
              List.of(
                  Integer.toString(share.position()),
                  vocabulary.visibleText(share.id()),
                  number(share.gradientNorm()),
                  number(share.gradientDotEmbedding())));
      if (measured) {
        cells.add(number(share.measuredEffect().orElse(0)));
        cells.add(share.disagrees() ? "signs differ" : "");
      }
      table.row(cells.toArray(String[]::new));
    }
    table.print(out);
    out.println();
    out.println(
        measured
            ? "A gradient is local: it says what a small change of a token's vector does. The"
                + " measured effect is ln p with the token less that without it."
            : "A gradient is local: it says what a small change of a token's vector does."
                + " --measured says what leaving the token out does.");
    if (attribution.logitsDifference() != 0) {
      out.println(
          "The logits of the graph with gradients differ by up to "
              + attribution.logitsDifference()
              + " from those of the graph that plays.");
    }
  }

  private static String number(double value) {
    return Words.fine(value);
  }
}
