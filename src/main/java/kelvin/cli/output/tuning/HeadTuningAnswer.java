package kelvin.cli.output.tuning;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import kelvin.cli.output.TextTable;
import kelvin.cli.output.Words;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.tuning.HeadTuning;
import kelvin.text.json.Json;

/// The answer of `kelvin finetune --depth head`.
///
/// @param before what the model's own probabilities make of the test part
/// @param folder the folder that was written
public record HeadTuningAnswer(HeadTuning tuning, Evaluation before, String folder) {

  public void write(Json json) throws IOException {
    var fit = tuning.fit();
    json.document(
        () -> {
          json.member("depth", "head");
          json.member("loss", "head");
          json.member("steps", fit.steps());
          losses(json, "trainLoss", fit.trainLoss());
          losses(json, "heldOutLoss", fit.heldOutLoss());
          json.member("best", fit.steps());
          json.member("seconds", tuning.seconds());
          json.member("accuracy", tuning.heldOut().measures().accuracy().value());
          json.member("logLoss", tuning.heldOut().measures().logLoss());
          json.member("parameters", fit.head().parameters());
          json.member("l2", fit.l2());
          json.member("gradient", fit.gradient());
          json.object(
              "before",
              () -> {
                json.member("accuracy", before.measures().accuracy().value());
                json.member("logLoss", before.measures().logLoss());
              });
          json.member("folder", folder);
        });
  }

  static void losses(Json json, String name, List<Double> losses) throws IOException {
    json.array(
        name,
        () -> {
          for (double loss : losses) {
            json.element(loss);
          }
        });
  }

  public void print(PrintWriter out) {
    var fit = tuning.fit();
    var table =
        new TextTable(
            TextTable.Column.left("test part"),
            TextTable.Column.right("accuracy"),
            TextTable.Column.right("log loss (nats)"));
    row(table, "probabilities of the labels", before);
    row(table, "the head", tuning.heldOut());
    table.print(out);
    out.println();
    out.println(
        String.format(
            Locale.ROOT,
            "%,d numbers fitted with L2 = %s in %d steps to a gradient of %.1e (an optimum is below"
                + " 1e-8); loss on the train part %.3f nats; %.1f s",
            fit.head().parameters(),
            fit.l2(),
            fit.steps(),
            fit.gradient(),
            fit.trainLoss().getLast(),
            tuning.seconds()));
    out.println("Written: " + folder);
    out.flush();
  }

  static void row(TextTable table, String name, Evaluation evaluation) {
    var measures = evaluation.measures();
    table.row(
        name,
        String.format(
            Locale.ROOT,
            "%s (%,d of %,d)",
            Words.percent(measures.accuracy().value()),
            measures.accuracy().successes(),
            measures.accuracy().count()),
        Words.confidence(measures.logLoss()));
  }
}
