package kelvin.ui.adapt.lab;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import kelvin.experiment.adapt.AdaptMethod;
import kelvin.experiment.adapt.AdaptPoint;
import kelvin.experiment.tuning.Depth;
import kelvin.experiment.tuning.Loss;
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
  private Runnable showForm = () -> {};

  /// True if the last point was put into the form of the fine-tunings.
  private boolean isInForm;

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

  /// @param onLearned puts settings into the form of the fine-tunings
  /// @param showForm goes to that form
  public void setOnLearned(BiConsumer<FormCopy, Learned> onLearned, Runnable showForm) {
    this.onLearned = onLearned;
    this.showForm = showForm;
  }

  /// True if a point leads to the playground, false if to the form of the fine-tunings. What was
  /// learned in a run of which only the file is known leads to its prompt.
  static boolean leadsToPlayground(AdaptRun run, AdaptPoint point) {
    return point.method().isByPrompt()
        || point.method() == AdaptMethod.VOTE
        || run.origin().isEmpty();
  }

  /// Loads what a point was measured with.
  void follow(AdaptRun run, AdaptPoint point) {
    if (leadsToPlayground(run, point)) {
      playground.restore(trial(run, point), "prompt of a comparison");
      isInForm = false;
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
    return loaded(point.method())
        + (run.origin().isPresent() ? "with the first test text" : "with {x} where the text goes")
        + "; Undo reverts it.";
  }

  private static String loaded(AdaptMethod method) {
    return switch (method) {
      case ENSEMBLE -> "Loaded its first prompt, ";
      case VOTE -> "Loaded the prompt that shows its examples, ";
      default -> "Loaded ";
    };
  }

  private void learn(AdaptOrigin origin, AdaptPoint point) {
    var typed = origin.training();
    var training =
        point.method() == AdaptMethod.HEAD
            ? new TypedTraining(
                Depth.HEAD, Loss.HEAD, typed.epochs(), typed.rate(), typed.batch(), typed.rank())
            : typed;
    onLearned.accept(origin.form().withSeed(point.seed()), new Learned(training, point.examples()));
    isInForm = true;
    said.set(words(origin, point));
  }

  private static String words(AdaptOrigin origin, AdaptPoint point) {
    boolean drawsOthers = origin.form().drawsTests() && point.seed() != origin.setup().seed();
    return "Fine-tune has its settings and seed "
        + point.seed()
        + (drawsOthers ? ", which draws other test texts too" : "")
        + (point.method() == AdaptMethod.TUNED_FEW_SHOT
            ? "; it trains without examples in the prompt."
            : ".");
  }

  /// Goes to the place that the last point was led to.
  ///
  /// @param showPlayground goes to the playground
  void go(Runnable showPlayground) {
    (isInForm ? showForm : showPlayground).run();
  }

  void forget() {
    said.set("");
  }

  /// A sentence about the last point that was followed; empty if there is none.
  ReadOnlyStringProperty saidProperty() {
    return said.getReadOnlyProperty();
  }
}
