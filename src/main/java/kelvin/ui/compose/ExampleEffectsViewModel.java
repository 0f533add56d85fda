package kelvin.ui.compose;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import kelvin.display.InformationUnit;
import kelvin.engine.SlicedWork;
import kelvin.engine.label.LabelScores;
import kelvin.engine.label.LabelSweep;
import kelvin.engine.label.SweepListener;
import kelvin.engine.label.SweepProgress;
import kelvin.experiment.ExampleEffects;
import kelvin.experiment.ExampleTrials;
import kelvin.experiment.LintQuestion;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Layout;
import org.jspecify.annotations.Nullable;

/// Measures the effect of each example on the right answer in the background, by leaving it out.
public final class ExampleEffectsViewModel {

  private static final ExampleEffects NOTHING =
      new ExampleEffects(new FewShotPrompt("", List.of(), 0, Layout.QUESTIONS, ""), "", Map.of());

  private final Executor fxThread;
  private final ReadOnlyObjectWrapper<ExampleEffects> effects =
      new ReadOnlyObjectWrapper<>(this, "effects", NOTHING);
  private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper(this, "stale");
  private final ObjectProperty<InformationUnit> unit =
      new SimpleObjectProperty<>(this, "unit", InformationUnit.BITS);
  private final ObjectProperty<Map<Integer, Double>> attention =
      new SimpleObjectProperty<>(this, "attention", Map.of());
  private Consumer<SlicedWork> onWork = _ -> {};
  private @Nullable LintQuestion asked;
  private @Nullable LabelSweep sweep;

  /// @param fxThread runs the updates
  public ExampleEffectsViewModel(Executor fxThread) {
    this.fxThread = fxThread;
  }

  /// The unit of the effects in words.
  public ObjectProperty<InformationUnit> unitProperty() {
    return unit;
  }

  /// Sets the receiver of work on the model. Called once.
  public void setOnWork(Consumer<SlicedWork> onWork) {
    this.onWork = onWork;
  }

  /// Measures a prompt and drops the measurement of the one before.
  public void check(LintQuestion question) {
    if (question.equals(asked)) {
      return;
    }
    stop();
    asked = question;
    var trials = ExampleTrials.of(question);
    if (trials.isPresent()) {
      measure(question, trials.get());
    } else {
      show(NOTHING);
    }
  }

  /// Forgets all effects, as when another model is opened.
  public void reset() {
    stop();
    asked = null;
    show(NOTHING);
  }

  /// Marks the effects as outdated because the prompt has changed.
  public void outdate() {
    stop();
    asked = null;
    stale.set(true);
  }

  private void stop() {
    if (sweep != null) {
      sweep.cancel();
      sweep = null;
    }
  }

  private void show(ExampleEffects found) {
    effects.set(found);
    stale.set(false);
  }

  private void measure(LintQuestion question, ExampleTrials trials) {
    stale.set(true);
    var wanted = new LabelSweep(trials.questions(), new Asking(question, trials));
    sweep = wanted;
    onWork.accept(wanted);
  }

  // Properties

  /// The known effects; without changes while nothing is known.
  public ReadOnlyObjectProperty<ExampleEffects> effectsProperty() {
    return effects.getReadOnlyProperty();
  }

  /// The weight that attention puts on each example, by its place, 0-based; empty while attention
  /// does not shade the prompt.
  public ObjectProperty<Map<Integer, Double>> attentionProperty() {
    return attention;
  }

  /// True if the effects belong to an earlier prompt.
  public ReadOnlyBooleanProperty staleProperty() {
    return stale.getReadOnlyProperty();
  }

  /// Collects the scores of one prompt's questions.
  private final class Asking implements SweepListener {

    private final LintQuestion question;
    private final ExampleTrials trials;

    /// Used on the FX thread only.
    private final Map<Integer, LabelScores> found = new HashMap<>();

    Asking(LintQuestion question, ExampleTrials trials) {
      this.question = question;
      this.trials = trials;
    }

    @Override
    public void scored(int index, LabelScores scores, SweepProgress progress) {
      fxThread.execute(() -> arrived(index, scores));
    }

    private void arrived(int index, LabelScores scores) {
      found.put(index, scores);
      if (question.equals(asked) && found.size() == trials.questions().size()) {
        show(trials.effects(found));
      }
    }

    @Override
    public void failed(String reason) {
      // The label panel reports why labels cannot be scored.
      fxThread.execute(
          () -> {
            if (question.equals(asked)) {
              show(NOTHING);
            }
          });
    }
  }
}
