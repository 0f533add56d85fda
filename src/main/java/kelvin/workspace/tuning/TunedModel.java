package kelvin.workspace.tuning;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kelvin.engine.tuning.TuningResult;
import kelvin.engine.tuning.TuningSettings;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.evaluation.EvaluationSetup;
import kelvin.experiment.tuning.Depth;
import kelvin.experiment.tuning.HeadTuning;
import kelvin.inference.ModelDescriptor;
import kelvin.workspace.file.WorkspaceException;

/// A fine-tuned model that is written as a new folder with a card.
///
/// @param folder must not exist yet
/// @param setup of the prompt that was learned
/// @param data the name of the data set
public record TunedModel(Path folder, EvaluationSetup setup, String data) {

  /// A training of weights.
  ///
  /// @param before the test part before the training
  /// @param after the test part with the weights that are kept; empty if it was not judged
  public record Weights(
      Depth depth,
      TuningSettings settings,
      TuningResult result,
      Evaluation before,
      Optional<Evaluation> after) {}

  /// Writes a copy of the model with a head beside it.
  ///
  /// @param before the test part by the labels' probabilities
  /// @throws WorkspaceException if it cannot be written; nothing of it is left then
  public void head(ModelDescriptor base, HeadTuning tuned, Evaluation before)
      throws WorkspaceException {
    var kept =
        new KeptHead(
            tuned.fit().head(),
            tuned.fit().l2(),
            setup.template(),
            setup.scoring().startToken().label(),
            base.name(),
            data);
    write(
        base,
        "Only a head was fitted to its features (head.json): the graph is the same.",
        List.of(
            ModelCard.accuracy("By the head", tuned.heldOut()),
            ModelCard.accuracy("By the labels' probabilities before", before),
            "L2 " + kept.l2() + ", labels " + String.join(", ", kept.head().labels())),
        Map.of(HeadFile.NAME, HeadFile.bytes(kept)),
        _ -> {});
  }

  /// Writes a copy of the model with other weights.
  ///
  /// @param change writes the weights over those of the copy
  /// @throws WorkspaceException if it cannot be written; nothing of it is left then
  public void weights(ModelDescriptor base, Weights trained, TunedFolder.Change change)
      throws WorkspaceException {
    var facts = new ArrayList<String>();
    trained.after().ifPresent(after -> facts.add(ModelCard.accuracy("After", after)));
    facts.add(ModelCard.accuracy("Before", trained.before()));
    facts.add("Ended because " + trained.result().end().words());
    write(
        base, how(trained.depth(), trained.settings(), trained.result()), facts, Map.of(), change);
  }

  private static String how(Depth depth, TuningSettings settings, TuningResult result) {
    return String.format(
        Locale.ROOT,
        "Trained was --depth %s, %,d numbers, by the loss of the answers' tokens: %,d steps of %d"
            + " pairs with Adam, greatest rate %s, decay %s, seed %d; the weights after epoch %d are"
            + " kept.",
        depth.label(),
        result.parameters(),
        result.steps(),
        settings.batch(),
        settings.rate(),
        settings.decay(),
        settings.seed(),
        result.best());
  }

  private void write(
      ModelDescriptor base,
      String how,
      List<String> facts,
      Map<String, byte[]> more,
      TunedFolder.Change change)
      throws WorkspaceException {
    var card = new ModelCard(base.name(), data, how, facts, setup.template());
    var name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    var files = new HashMap<>(more);
    files.put(TunedFolder.CARD, card.bytes(name));
    new TunedFolder(folder).write(base, files, change);
  }
}
