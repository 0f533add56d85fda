package kelvin.cli.output.tuning;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import kelvin.cli.output.TextTable;
import kelvin.cli.output.Words;
import kelvin.engine.tuning.TuningResult;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.tuning.TrainedHead;
import kelvin.experiment.tuning.Training;
import kelvin.text.json.Json;

/// The answer of `kelvin finetune` for weights.
///
/// @param head that was trained with the weights; empty if the loss is the model's own
/// @param before the test part before the training
/// @param after the test part with the weights that were written
/// @param folder the folder that was written
public record WeightTuningAnswer(
    Training training,
    TuningResult result,
    Optional<TrainedHead> head,
    Evaluation before,
    Evaluation after,
    String folder) {

  public void write(Json json) throws IOException {
    json.document(
        () -> {
          json.member("depth", training.depth().label());
          json.member("loss", training.loss().label());
          json.member("steps", result.steps());
          HeadTuningAnswer.losses(json, "trainLoss", result.trainLoss());
          HeadTuningAnswer.losses(json, "heldOutLoss", result.heldOutLoss());
          json.member("best", result.best());
          json.member("seconds", result.seconds());
          json.member("accuracy", after.measures().accuracy().value());
          json.member("logLoss", after.measures().logLoss());
          json.member("parameters", result.parameters());
          if (head.isPresent()) {
            json.member("l2", head.get().l2());
          }
          json.member("end", result.end().words());
          json.object(
              "before",
              () -> {
                json.member("accuracy", before.measures().accuracy().value());
                json.member("logLoss", before.measures().logLoss());
              });
          json.member("folder", folder);
        });
  }

  public void print(PrintWriter out) {
    var table =
        new TextTable(
            TextTable.Column.right("epoch"),
            TextTable.Column.right("loss while learning"),
            TextTable.Column.right("held-out loss"));
    for (int epoch = 0; epoch < result.trainLoss().size(); epoch++) {
      boolean isBest = epoch == result.best();
      table.row(
          epoch == 0 ? "before" : Integer.toString(epoch),
          Words.confidence(result.trainLoss().get(epoch)),
          (epoch < result.heldOutLoss().size()
                  ? Words.confidence(result.heldOutLoss().get(epoch))
                  : "none")
              + (isBest ? " *" : "  "));
    }
    table.print(out);
    out.println(
        "Losses in nats per "
            + (head.isPresent() ? "text" : "token of the answers")
            + "; the weights of the epoch with * are kept.");
    out.println();
    var judged =
        new TextTable(
            TextTable.Column.left("test part"),
            TextTable.Column.right("accuracy"),
            TextTable.Column.right("log loss (nats)"));
    HeadTuningAnswer.row(
        judged, head.isPresent() ? "before, by the labels' probabilities" : "before", before);
    HeadTuningAnswer.row(
        judged, head.isPresent() ? "fine-tuned, by its head" : "fine-tuned", after);
    judged.print(out);
    out.println();
    out.println(
        String.format(
            Locale.ROOT,
            "%,d numbers trained in %,d steps and %.1f s; %s",
            result.parameters(),
            result.steps(),
            result.seconds(),
            result.end().words()));
    out.println("Written: " + folder);
    out.flush();
  }
}
