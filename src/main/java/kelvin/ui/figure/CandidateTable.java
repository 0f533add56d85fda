package kelvin.ui.figure;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import kelvin.distribution.Distribution;
import kelvin.distribution.TruncatedDistribution;
import kelvin.text.Vocabulary;

/// Writes every token of a distribution, in rank order, as CSV (RFC 4180): the names and the
/// numbers of `kelvin next --json`, unrounded.
public final class CandidateTable {

  private static final String HEADER =
      "rank,id,token,logit,probability,scaledProbability,cumulative,finalProbability,removedBy";

  private final TruncatedDistribution distribution;
  private final Vocabulary vocabulary;

  public CandidateTable(TruncatedDistribution distribution, Vocabulary vocabulary) {
    this.distribution = distribution;
    this.vocabulary = vocabulary;
  }

  /// Written whole or not at all.
  public void write(Path file) throws IOException {
    WholeFile.write(
        file,
        out -> {
          var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          writeRows(writer);
          writer.flush();
        });
  }

  private void writeRows(BufferedWriter writer) throws IOException {
    var logits = distribution.scaled().logits();
    var own = Distribution.of(logits, 1);
    writer.write(HEADER + "\r\n");
    for (int rank = 1; rank <= logits.count(); rank++) {
      int id = logits.tokenAtRank(rank);
      writer.write(
          String.join(
              ",",
              Integer.toString(rank),
              Integer.toString(id),
              quoted(vocabulary.text(id)),
              Double.toString(logits.atRank(rank)),
              Double.toString(own.probability(rank)),
              Double.toString(distribution.scaled().probability(rank)),
              Double.toString(distribution.cumulative(rank)),
              Double.toString(distribution.finalProbability(rank)),
              distribution.removedBy(rank).map(stage -> stage.name()).orElse("")));
      writer.write("\r\n");
    }
  }

  /// Always in quotes: a token may be a comma, a quote or a line break.
  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
