package kelvin.ui.compose;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kelvin.engine.SlicedWork;
import kelvin.engine.label.LabelScores;
import kelvin.engine.label.LabelSweep;
import kelvin.engine.label.SweepListener;
import kelvin.engine.label.SweepProgress;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Layout;
import kelvin.prompt.Trial;
import kelvin.prompt.sweep.LeaveOneOut;
import kelvin.text.VisibleText;
import kelvin.ui.lint.LintQuestion;
import org.jspecify.annotations.Nullable;

/// Leaves out each example in turn, in the background, and tells what that does to the right
/// answer.
public final class ExampleEffectsViewModel {

  /// With more examples than these the background would be busy for long with each change.
  static final int MOST_SHOTS = 48;

  private static final ExampleEffects NOTHING =
      new ExampleEffects(new FewShotPrompt("", List.of(), 0, Layout.QUESTIONS, ""), "", Map.of());

  private final Executor fxThread;
  private final ReadOnlyObjectWrapper<ExampleEffects> effects =
      new ReadOnlyObjectWrapper<>(this, "effects", NOTHING);
  private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper(this, "stale");
  private Consumer<SlicedWork> onWork = _ -> {};
  private @Nullable LintQuestion asked;
  private @Nullable LabelSweep sweep;

  /// @param fxThread where answers arrive
  public ExampleEffectsViewModel(Executor fxThread) {
    this.fxThread = fxThread;
  }

  /// Where work on the model goes; set once.
  public void setOnWork(Consumer<SlicedWork> onWork) {
    this.onWork = onWork;
  }

  /// Looks at a prompt, in place of the one before.
  public void check(LintQuestion question) {
    if (question.equals(asked)) {
      return;
    }
    stop();
    asked = question;
    var measured = question.measured();
    if (measured.isEmpty()
        || !(measured.get().prompt() instanceof FewShotPrompt prompt)
        || prompt.shown().isEmpty()
        || prompt.shown().size() > MOST_SHOTS) {
      show(NOTHING);
      return;
    }
    measure(question, measured.get(), prompt);
  }

  /// Nothing is known any more, as when another model comes.
  public void reset() {
    stop();
    asked = null;
    show(NOTHING);
  }

  /// The prompt has changed and is not looked at yet.
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

  private void measure(LintQuestion question, Trial trial, FewShotPrompt prompt) {
    stale.set(true);
    var right = List.of(trial.labels().get(trial.answerIndex().orElseThrow()));
    // One label is enough, others would cost as much again; and of many examples only the shots.
    var alone = trial.withPrompt(prompt.withExamples(prompt.shown()));
    var plan = LeaveOneOut.plan(alone.withLabels(right, trial.answer()));
    var questions = plan.stream().map(each -> question.labels(each.trial())).toList();
    var wanted =
        new LabelSweep(questions, new Asking(question, prompt, right.getFirst(), plan.size()));
    sweep = wanted;
    onWork.accept(wanted);
  }

  // Properties

  /// What is known; without changes while nothing is.
  public ReadOnlyObjectProperty<ExampleEffects> effectsProperty() {
    return effects.getReadOnlyProperty();
  }

  /// Whether what is known is of an earlier prompt.
  public ReadOnlyBooleanProperty staleProperty() {
    return stale.getReadOnlyProperty();
  }

  /// Collects the answers to one question.
  private final class Asking implements SweepListener {

    private final LintQuestion question;
    private final FewShotPrompt prompt;
    private final String answer;

    /// The log-probability with all, then without each shot, nats.
    private final double[] found;

    private int count;

    Asking(LintQuestion question, FewShotPrompt prompt, String answer, int questions) {
      this.question = question;
      this.prompt = prompt;
      this.answer = answer;
      found = new double[questions];
    }

    @Override
    public void scored(int index, LabelScores scores, SweepProgress progress) {
      double logProbability = scores.labels().getFirst().logProbability();
      fxThread.execute(() -> arrived(index, logProbability));
    }

    private void arrived(int index, double logProbability) {
      found[index] = logProbability;
      count++;
      if (!question.equals(asked) || count < found.length) {
        return;
      }
      var changes = new HashMap<Integer, Double>();
      var places = prompt.usedPlaces();
      for (int i = 1; i < found.length; i++) {
        changes.put(places.get(i - 1), found[0] - found[i]);
      }
      show(new ExampleEffects(prompt, VisibleText.of(answer), changes));
    }

    @Override
    public void failed(String reason) {
      // The labels say themselves why they cannot be scored.
      fxThread.execute(
          () -> {
            if (question.equals(asked)) {
              show(NOTHING);
            }
          });
    }
  }
}
