package kelvin.cli.tuning;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import kelvin.cli.output.tuning.HeadTuningAnswer;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.tuning.HeadTuning;
import kelvin.inference.LoadedModel;
import kelvin.text.json.Json;
import kelvin.workspace.file.WorkspaceException;
import kelvin.workspace.tuning.HeadFile;
import kelvin.workspace.tuning.KeptHead;
import kelvin.workspace.tuning.ModelCard;

/// Fits a head and writes the model with it.
///
/// @param asJson whether the answer is JSON
public record HeadWork(FinetuneWork asked, boolean asJson) {

  /// @return what the head makes of the test part
  public Evaluation run(LoadedModel loaded) throws WorkspaceException, IOException {
    var before = asked.before(loaded);
    var tuned =
        HeadTuning.of(
            asked.setup(),
            asked.pairs(),
            asked.options().l2(),
            loaded,
            asked.telling(),
            asked.environment().cancellation());
    var kept =
        new KeptHead(
            tuned.fit().head(),
            tuned.fit().l2(),
            asked.setup().template(),
            asked.setup().scoring().startToken().label(),
            loaded.descriptor().name(),
            asked.pairs().name());
    asked.write(
        loaded,
        "Only a head was fitted to its features (head.json): the graph is the same.",
        List.of(
            ModelCard.accuracy("By the head", tuned.heldOut()),
            ModelCard.accuracy("By the labels' probabilities before", before),
            "L2 " + kept.l2() + ", labels " + String.join(", ", kept.head().labels())),
        Map.of(HeadFile.NAME, HeadFile.bytes(kept)),
        _ -> {});
    var answer = new HeadTuningAnswer(tuned, before, asked.options().folder().toString());
    var out = asked.environment().streams().out();
    if (asJson) {
      answer.write(new Json(out));
    } else {
      answer.print(out);
    }
    return tuned.heldOut();
  }
}
