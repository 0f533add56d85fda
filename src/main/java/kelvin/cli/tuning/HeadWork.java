package kelvin.cli.tuning;

import java.io.IOException;
import kelvin.cli.output.tuning.HeadTuningAnswer;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.tuning.HeadTuning;
import kelvin.inference.LoadedModel;
import kelvin.text.json.Json;
import kelvin.workspace.file.WorkspaceException;

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
    asked.writing().head(loaded.descriptor(), tuned, before);
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
