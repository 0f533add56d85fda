package kelvin.workspace.tuning;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kelvin.engine.tuning.TuningResult;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.evaluation.EvaluationSetup;
import kelvin.experiment.tuning.Head;
import kelvin.experiment.tuning.HeadTuning;
import kelvin.experiment.tuning.TrainedHead;
import kelvin.experiment.tuning.Training;
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
  /// @param head that was trained with them; empty if the loss is the model's own
  /// @param before the test part before the training
  /// @param after the test part with the weights that are kept; empty if it was not judged
  public record Weights(
      Training training,
      TuningResult result,
      Optional<TrainedHead> head,
      Evaluation before,
      Optional<Evaluation> after) {}

  /// Writes a copy of the model with a head beside it.
  ///
  /// @param before the test part by the labels' probabilities
  /// @throws WorkspaceException if it cannot be written; nothing of it is left then
  public void head(ModelDescriptor base, HeadTuning tuned, Evaluation before)
      throws WorkspaceException {
    var kept = kept(base, tuned.fit().head(), tuned.fit().l2());
    write(
        base,
        "Only a head was fitted to its features (head.json): the graph is the same.",
        List.of(
            ModelCard.accuracy("By the head", tuned.heldOut()),
            ModelCard.accuracy("By the labels' probabilities before", before),
            ofHead(kept)),
        Map.of(HeadFile.NAME, HeadFile.bytes(kept)),
        _ -> {});
  }

  private KeptHead kept(ModelDescriptor base, Head head, double l2) {
    return new KeptHead(
        head, l2, setup.template(), setup.scoring().startToken().label(), base.name(), data);
  }

  private static String ofHead(KeptHead kept) {
    return "L2 " + kept.l2() + ", labels " + String.join(", ", kept.head().labels());
  }

  /// Writes a copy of the model with other weights, and with a head beside it if one was trained.
  ///
  /// @param change writes the weights over those of the copy
  /// @throws WorkspaceException if it cannot be written; nothing of it is left then
  public void weights(ModelDescriptor base, Weights trained, TunedFolder.Change change)
      throws WorkspaceException {
    var facts = new ArrayList<String>();
    trained.after().ifPresent(after -> facts.add(ModelCard.accuracy("After", after)));
    facts.add(ModelCard.accuracy("Before", trained.before()));
    facts.add("Ended because " + trained.result().end().words());
    var head = trained.head().map(each -> kept(base, each.head(), each.l2()));
    head.ifPresent(kept -> facts.add(ofHead(kept)));
    Map<String, byte[]> more =
        head.map(kept -> Map.of(HeadFile.NAME, HeadFile.bytes(kept))).orElse(Map.of());
    write(base, how(trained.training(), trained.result()), facts, more, change);
  }

  private static String how(Training training, TuningResult result) {
    var settings = training.settings();
    return String.format(
        Locale.ROOT,
        "Trained was --depth %s, %,d numbers, by the loss of %s: %,d steps of %d"
            + " pairs with Adam, greatest rate %s, decay %s, seed %d; the weights after epoch %d are"
            + " kept.",
        training.depth().label(),
        result.parameters(),
        training.hasHead()
            ? "the labels under a head (head.json), which was trained with them"
            : "the answers' tokens",
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
