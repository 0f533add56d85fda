package kelvin.cli.output.replay;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import kelvin.cli.output.TextTable;
import kelvin.cli.output.Words;
import kelvin.distribution.GoodnessOfFit;
import kelvin.engine.sample.Sample;
import kelvin.engine.sample.Samples;
import kelvin.text.VisibleText;
import kelvin.text.json.Json;

/// The answer of `kelvin sample`.
///
/// @param listed the maximum number of continuations in the list
public record SampleList(Samples samples, int listed) {

  public void write(Json json) throws IOException {
    json.document(
        () -> {
          json.array(
              "samples",
              () -> {
                for (var sample : samples.list().stream().limit(listed).toList()) {
                  json.object(() -> members(json, sample));
                }
              });
          json.member("count", samples.count());
          json.member("distinct", samples.distinct());
          json.object("greedy", () -> members(json, samples.greedy()));
          fit(json);
          json.member("runs", samples.runs());
        });
  }

  private void members(Json json, Sample sample) throws IOException {
    json.ids("ids", sample.ids());
    json.member("text", sample.text());
    json.member("count", sample.count());
    json.member("share", share(sample));
    json.member("probability", sample.probability());
    json.member("logProbability", sample.logProbability());
    json.member("finalProbability", sample.drawnProbability());
    if (sample.count() > 0) {
      json.member("seed", sample.seed());
    } else {
      json.missing("seed");
    }
    json.member("stop", sample.stop().label());
  }

  private void fit(Json json) throws IOException {
    if (samples.fit().isEmpty()) {
      json.missing("fit");
      return;
    }
    var fit = samples.fit().get();
    json.object(
        "fit",
        () -> {
          json.member("cells", fit.cells());
          json.member("chiSquare", fit.chiSquare());
          json.member("degreesOfFreedom", fit.degreesOfFreedom());
          json.member("pValue", fit.pValue());
        });
  }

  private double share(Sample sample) {
    return (double) sample.count() / samples.count();
  }

  public void print(PrintWriter out) {
    var table =
        new TextTable(
            TextTable.Column.left("continuation"),
            TextTable.Column.right("count"),
            TextTable.Column.right("share"),
            TextTable.Column.right("final"),
            TextTable.Column.right("model's"),
            TextTable.Column.right("first seed"),
            TextTable.Column.left(""));
    boolean greedyIsListed = false;
    for (var sample : samples.list().stream().limit(listed).toList()) {
      boolean isGreedy = sample.ids().equals(samples.greedy().ids());
      greedyIsListed |= isGreedy;
      row(table, sample, isGreedy);
    }
    if (!greedyIsListed) {
      row(table, samples.greedy(), true);
    }
    table.print(out);
    out.println();
    out.println(summary());
    out.println(agreement());
    out.flush();
  }

  private void row(TextTable table, Sample sample, boolean isGreedy) {
    var text = VisibleText.of(sample.text());
    table.row(
        text.isEmpty() ? "(no text)" : text,
        Words.count(sample.count()),
        Words.percent(share(sample)),
        Double.isNaN(sample.logDrawn()) ? "" : Words.percent(sample.drawnProbability()),
        Words.percent(sample.probability()),
        sample.count() > 0 ? String.valueOf(sample.seed()) : "",
        isGreedy ? "greedy" : "");
  }

  private String summary() {
    int shown = Math.min(listed, samples.distinct());
    return Words.count(samples.count())
        + (samples.count() == 1 ? " sample, " : " samples, ")
        + Words.count(samples.distinct())
        + " different"
        + (shown < samples.distinct() ? " (" + Words.count(shown) + " listed)" : "")
        + ". The model ran "
        + Words.count(samples.runs())
        + (samples.runs() == 1 ? " time." : " times.");
  }

  private String agreement() {
    return samples
        .fit()
        .map(SampleList::agreement)
        .orElse(
            "The counts cannot be compared with exact probabilities: these settings draw no random"
                + " number, or the probabilities depend on the seed.");
  }

  private static String agreement(GoodnessOfFit fit) {
    if (fit.cells() == 1) {
      return "No continuation is expected five times, so the counts cannot be compared with the"
          + " exact probabilities: draw more samples, or fewer tokens.";
    }
    return String.format(
        Locale.ROOT,
        "Against the exact probabilities: χ² = %.2f with %d degrees of freedom, p = %.3f.",
        fit.chiSquare(),
        fit.degreesOfFreedom(),
        fit.pValue());
  }
}
