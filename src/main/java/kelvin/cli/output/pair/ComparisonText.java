package kelvin.cli.output.pair;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import kelvin.cli.output.TextTable;
import kelvin.cli.output.Words;
import kelvin.engine.pair.ComparisonJson;
import kelvin.engine.pair.ModelComparison;
import kelvin.engine.pair.PairedText;
import kelvin.engine.pair.PairedToken;
import kelvin.text.Vocabulary;

/// Prints comparisons of models: a row for each model, then where they differ most.
public record ComparisonText(Vocabulary vocabulary) {

  private static final int WORST = 8;

  /// The number of tokens before a token that are printed with it.
  private static final int BEFORE = 8;

  public void print(PrintWriter out, List<ModelComparison> comparisons) {
    models(comparisons).print(out);
    for (var each : comparisons) {
      out.println();
      each.text()
          .ifPresent(
              text -> {
                differences(out, each, text);
                out.println(
                    text.drawSentence(vocabulary, each.model().name(), each.against().name()));
              });
      each.next().ifPresent(next -> characters(out, each, next));
    }
    out.println();
    out.println(
        "KL is from the first model to the other, in nats. Tokens a second are of this one run.");
  }

  private static TextTable models(List<ModelComparison> comparisons) {
    var table =
        new TextTable(
            TextTable.Column.left("model"),
            TextTable.Column.left("precision"),
            TextTable.Column.right("MB"),
            TextTable.Column.right("bits per byte"),
            TextTable.Column.right("mean KL"),
            TextTable.Column.right("99 % of KL"),
            TextTable.Column.right("largest KL"),
            TextTable.Column.right("same top token"),
            TextTable.Column.right("first flipped draw"),
            TextTable.Column.right("tokens/s"));
    row(table, comparisons.getFirst().model(), List.of("", "", "", "", ""));
    for (var each : comparisons) {
      row(
          table,
          each.against(),
          each.text()
              .map(
                  text ->
                      List.of(
                          nats(text.meanKl()),
                          nats(text.klQuantile(ComparisonJson.QUANTILE)),
                          nats(text.worst().orElseThrow().divergence().kl()),
                          Words.percent(text.topAgreement()),
                          text.firstFlippedDraw()
                              .map(first -> Integer.toString(first.position()))
                              .orElse("none")))
              .orElse(List.of("", "", "", "", "")));
    }
    return table;
  }

  private static void row(TextTable table, ModelComparison.Side side, List<String> differences) {
    table.row(
        side.name(),
        side.descriptor().precision(),
        String.format(Locale.ROOT, "%,.1f", side.fileBytes() / 1e6),
        String.format(Locale.ROOT, "%.4f", side.read().bitsPerByte()),
        differences.get(0),
        differences.get(1),
        differences.get(2),
        differences.get(3),
        differences.get(4),
        String.format(Locale.ROOT, "%,.0f", side.read().tokensPerSecond()));
  }

  private void differences(PrintWriter out, ModelComparison compared, PairedText text) {
    if (text.worst().orElseThrow().divergence().kl() == 0) {
      out.println(
          compared.against().name()
              + " says the same at each of "
              + Words.tokens(text.tokens().size())
              + ".");
      return;
    }
    out.println(
        "Where "
            + compared.against().name()
            + " differs most, of "
            + Words.tokens(text.tokens().size())
            + ":");
    var table =
        new TextTable(
            TextTable.Column.right("position"),
            TextTable.Column.left("after"),
            TextTable.Column.left("token"),
            TextTable.Column.right("KL"),
            TextTable.Column.right("rank of its top"),
            TextTable.Column.right("probability"),
            TextTable.Column.right("its probability"));
    text.tokens().stream()
        .filter(token -> token.divergence().kl() > 0)
        .sorted(
            Comparator.comparingDouble((PairedToken token) -> token.divergence().kl()).reversed())
        .limit(WORST)
        .forEach(
            token ->
                table.row(
                    Integer.toString(token.position()),
                    before(text, token.position()),
                    vocabulary.visibleText(token.id()),
                    nats(token.divergence().kl()),
                    Words.count(token.rankOfOtherTop()),
                    Words.percent(Math.exp(token.logProbability())),
                    Words.percent(Math.exp(token.againstLogProbability()))));
    table.print(out);
    if (text.omittedMass() > 0) {
      out.println(
          "One model has more logits than the other. The tokens that only one has are left out of"
              + " KL; they have at most "
              + Words.percent(text.omittedMass())
              + " of the probability.");
    }
  }

  private String before(PairedText text, int position) {
    var words = new StringBuilder();
    text.tokens().stream()
        .filter(token -> token.position() < position && token.position() >= position - BEFORE)
        .forEach(token -> words.append(vocabulary.visibleText(token.id())));
    return words.toString();
  }

  private static void characters(
      PrintWriter out, ModelComparison compared, ModelComparison.Next next) {
    out.println(
        "The models have different tokens, so they are compared by bits per byte and by the next"
            + " character");
    out.println("after the text. A byte such as ⟨C3⟩ begins several characters.");
    var table =
        new TextTable(
            TextTable.Column.left("character"),
            TextTable.Column.right(compared.model().name()),
            TextTable.Column.right(compared.against().name()));
    for (var each : next.characters()) {
      table.row(
          each.character(),
          Words.percent(each.probability()),
          Words.percent(each.againstProbability()));
    }
    table.print(out);
    out.println("total variation " + Words.percent(next.totalVariation()));
  }

  private static String nats(double nats) {
    return nats == 0 ? "0" : String.format(Locale.ROOT, nats < 0.001 ? "%.1e" : "%.4f", nats);
  }
}
