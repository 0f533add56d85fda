package kelvin.ui.adapt.lab;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import kelvin.experiment.adapt.AdaptMethod;
import kelvin.experiment.adapt.AdaptPoint;
import kelvin.experiment.adapt.AdaptWords;
import kelvin.experiment.tuning.Depth;
import kelvin.prompt.FreePrompt;
import kelvin.prompt.Trial;
import kelvin.ui.evaluation.form.FormCopy;
import kelvin.ui.lab.PlaygroundPrompt;
import kelvin.ui.tuning.TuningForm;
import kelvin.ui.tuning.TypedTraining;

/// The way from a point back to what it was measured with: its prompt in the playground, or its
/// training in the form of the fine-tunings.
public final class PointLead {

  private final PlaygroundPrompt playground;
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper(this, "said", "");
  private BiConsumer<FormCopy, Learned> onLearned = (_, _) -> {};

  /// The settings of a training.
  ///
  /// @param examples the number of pairs that are learned
  public record Learned(TypedTraining training, int examples) {

    /// Puts the settings and their data into a form.
    public void fill(TuningForm form, FormCopy data) {
      form.training().take(training);
      form.examplesProperty().set(Integer.toString(examples));
      form.data().take(data);
    }
  }

  PointLead(PlaygroundPrompt playground) {
    this.playground = playground;
  }

  /// @param onLearned shows the form of the fine-tunings with these settings
  public void setOnLearned(BiConsumer<FormCopy, Learned> onLearned) {
    this.onLearned = onLearned;
  }

  /// True if a point leads to the playground, false if to the form of the fine-tunings. What was
  /// learned in a run of which only the file is known leads to its prompt.
  static boolean leadsToPlayground(AdaptRun run, AdaptPoint point) {
    return point.method().isByPrompt() || run.origin().isEmpty();
  }

  /// Shows what a point was measured with.
  void follow(AdaptRun run, AdaptPoint point) {
    if (leadsToPlayground(run, point)) {
      playground.restore(trial(run, point), "prompt of a comparison");
      said.set(sentence(run, point));
    } else {
      run.origin().ifPresent(origin -> learn(origin, point));
    }
  }

  private static Trial trial(AdaptRun run, AdaptPoint point) {
    return run.origin()
        .map(origin -> origin.setup().trial(point))
        .orElseGet(
            () ->
                new Trial(
                    new FreePrompt(point.made().prompt()), List.of(), Optional.empty(), false));
  }

  private static String sentence(AdaptRun run, AdaptPoint point) {
    return "The "
        + (point.method() == AdaptMethod.ENSEMBLE ? "first prompt" : "prompt")
        + " of "
        + AdaptWords.named(point.method(), point.examples())
        + (run.origin().isPresent()
            ? " and the first test text were loaded into the playground"
            : " was loaded into the playground, with {x} where the text goes")
        + "; Undo reverts it.";
  }

  private void learn(AdaptOrigin origin, AdaptPoint point) {
    var typed = origin.training();
    var training =
        point.method() == AdaptMethod.HEAD
            ? new TypedTraining(
                Depth.HEAD, typed.epochs(), typed.rate(), typed.batch(), typed.rank())
            : typed;
    said.set(words(origin, point));
    onLearned.accept(
        origin.form().withSeed(point.seed()), new Learned(training, point.examples()));
  }

  private static String words(AdaptOrigin origin, AdaptPoint point) {
    var sentence = new StringBuilder("The form Fine-tune has these settings and this seed.");
    if (point.method() == AdaptMethod.TUNED_FEW_SHOT) {
      sentence.append(" It trains without the examples that were shown in the prompt.");
    }
    if (origin.form().drawsTests() && point.seed() != origin.setup().seed()) {
      sentence.append(" This seed also draws other test texts.");
    }
    return sentence.toString();
  }

  void forget() {
    said.set("");
  }

  /// A sentence about the last point that was followed; empty if there is none.
  ReadOnlyStringProperty saidProperty() {
    return said.getReadOnlyProperty();
  }
}
