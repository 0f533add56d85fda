package kelvin.ui.label;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import kelvin.display.InformationUnit;
import kelvin.engine.SlicedWork;
import kelvin.engine.label.LabelChoice;
import kelvin.engine.label.LabelQuestion;
import kelvin.engine.label.LabelScores;
import kelvin.engine.label.LabelSweep;
import kelvin.engine.label.Normalization;
import kelvin.engine.label.SweepListener;
import kelvin.engine.label.SweepProgress;
import kelvin.experiment.LabelDecision;
import kelvin.experiment.TrialQuestion;
import kelvin.inference.ContextOverflowException;
import kelvin.inference.StartToken;
import kelvin.prompt.Trial;
import org.jspecify.annotations.Nullable;

/// Measures the labels' probabilities after the present prompt. Every change starts a new
/// measurement and cancels the one before. The scores shown in the meantime are stale.
public final class LabelsViewModel {

  private final Executor fxThread;
  private final ObjectProperty<Normalization> normalization =
      new SimpleObjectProperty<>(this, "normalization", Normalization.NONE);
  private final ObjectProperty<List<String>> contentFree =
      new SimpleObjectProperty<>(this, "contentFree", List.of());
  private final ObjectProperty<InformationUnit> unit =
      new SimpleObjectProperty<>(this, "unit", InformationUnit.BITS);
  private final BooleanProperty comparing = new SimpleBooleanProperty(this, "comparing");
  private final BooleanProperty folded = new SimpleBooleanProperty(this, "folded");
  private final ReadOnlyBooleanWrapper present = new ReadOnlyBooleanWrapper(this, "present");
  private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper(this, "stale");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyObjectWrapper<@Nullable ShownLabels> onShow =
      new ReadOnlyObjectWrapper<>(this, "onShow");
  private Consumer<SlicedWork> onWork = _ -> {};
  private @Nullable Question asked;
  private @Nullable LabelSweep sweep;

  /// The prompt, the start token and the inputs without content that are measured.
  private record Question(Trial trial, StartToken start, List<String> contentFree) {

    /// The question after the prompt, followed by one for each input without content.
    List<LabelQuestion> questions() {
      var all = new ArrayList<>(List.of(TrialQuestion.of(trial, start)));
      contentFree.forEach(input -> all.add(TrialQuestion.of(trial.withInput(input), start)));
      return all;
    }
  }

  /// @param fxThread runs the updates
  public LabelsViewModel(Executor fxThread) {
    this.fxThread = fxThread;
    normalization.subscribe((_, _) -> requestMissing());
    contentFree.subscribe((_, _) -> requestMissing());
    comparing.subscribe((_, _) -> requestMissing());
  }

  /// Sets the receiver of work on the model. Called once.
  public void setOnWork(Consumer<SlicedWork> onWork) {
    this.onWork = onWork;
  }

  // Commands

  /// Measures a prompt with its labels, unless nothing has changed.
  public void ask(Trial trial, StartToken start) {
    present.set(!trial.labels().isEmpty());
    var wanted = new Question(trial, start, inputs());
    if (!wanted.equals(asked)) {
      ask(wanted, true);
    }
  }

  /// Measures everything again, as when another model is opened.
  public void askAgain() {
    var now = asked;
    if (now != null) {
      ask(now, true);
    }
  }

  /// Requests the scores for inputs without content that are missing; known scores stay.
  private void requestMissing() {
    var now = asked;
    if (now == null) {
      return;
    }
    var wanted = new Question(now.trial(), now.start(), inputs());
    var shown = onShow.get();
    if (wanted.equals(now) || shown == null || stale.get()) {
      if (!wanted.equals(now)) {
        ask(wanted, true);
      }
      return;
    }
    boolean lacks = !shown.contentFree().keySet().containsAll(wanted.contentFree());
    asked = wanted;
    if (lacks) {
      ask(wanted, false);
    }
  }

  /// @param outdated whether the shown scores are of another prompt or model
  private void ask(Question wanted, boolean outdated) {
    if (sweep != null) {
      sweep.cancel();
      sweep = null;
    }
    asked = wanted;
    problem.set("");
    if (wanted.trial().labels().isEmpty()) {
      onShow.set(null);
      stale.set(false);
      return;
    }
    stale.set(outdated);
    var answers = new HashMap<Integer, LabelScores>();
    var begun =
        new LabelSweep(
            wanted.questions(),
            new SweepListener() {
              @Override
              public void scored(int index, LabelScores scores, SweepProgress progress) {
                fxThread.execute(() -> arrived(wanted, answers, index, scores));
              }

              @Override
              public void failed(String reason) {
                fxThread.execute(() -> refuse(wanted, reason));
              }

              @Override
              public void tooLong(ContextOverflowException overflow) {
                // The place of the text says by how much it is too long.
                var said = wanted.contentFree().isEmpty() ? "" : overflow.getMessage();
                fxThread.execute(() -> refuse(wanted, String.valueOf(said)));
              }
            });
    sweep = begun;
    onWork.accept(begun);
  }

  private void arrived(
      Question of, Map<Integer, LabelScores> answers, int index, LabelScores scores) {
    answers.put(index, scores);
    var own = answers.get(0);
    if (!of.equals(asked) || own == null) {
      return;
    }
    var without = new HashMap<String, LabelScores>();
    for (int i = 0; i < of.contentFree().size(); i++) {
      var found = answers.get(i + 1);
      if (found != null) {
        without.put(of.contentFree().get(i), found);
      }
    }
    onShow.set(new ShownLabels(of.trial(), own, without));
    stale.set(false);
  }

  private void refuse(Question of, String reason) {
    if (!of.equals(asked)) {
      return;
    }
    if (of.contentFree().isEmpty()) {
      onShow.set(null);
      stale.set(false);
    } else {
      // The labels may have scores after the prompt itself.
      ask(new Question(of.trial(), of.start(), List.of()), stale.get());
    }
    problem.set(reason);
  }

  /// The inputs without content that the shown normalisations need.
  private List<String> inputs() {
    var inputs = new LinkedHashSet<String>();
    for (var each : Normalization.ALL) {
      if (each.needsContentFree() && (comparing.get() || each == normalization.get())) {
        inputs.addAll(inputs(each));
      }
    }
    return List.copyOf(inputs);
  }

  /// The inputs without content for a normalisation: the user's, otherwise its defaults.
  public List<String> inputs(Normalization of) {
    return contentFree.get().isEmpty() ? of.defaultContentFree() : contentFree.get();
  }

  /// Returns whether inputs without content are measured.
  public boolean usesContentFree() {
    return !inputs().isEmpty();
  }

  /// The labels' shares under a normalisation; empty while they are unknown.
  public Optional<LabelChoice> choice(Normalization of) {
    return Optional.ofNullable(onShow.get()).flatMap(shown -> shown.choice(of, inputs(of)));
  }

  /// The decision under the chosen normalisation; empty while it is unknown.
  Optional<ShownDecision> decision() {
    return Optional.ofNullable(onShow.get())
        .flatMap(
            shown ->
                choice(normalization.get())
                    .map(
                        choice ->
                            new ShownDecision(
                                LabelDecision.of(shown.own(), choice),
                                shown.trial().names(),
                                unit.get())));
  }

  // Properties

  public ObjectProperty<Normalization> normalizationProperty() {
    return normalization;
  }

  /// The unit of the labels' log-probabilities.
  public ObjectProperty<InformationUnit> unitProperty() {
    return unit;
  }

  /// The user's inputs without content; empty for the defaults.
  public ObjectProperty<List<String>> contentFreeProperty() {
    return contentFree;
  }

  /// True if all normalisations are shown side by side.
  public BooleanProperty comparingProperty() {
    return comparing;
  }

  /// True if only the head of the panel is shown.
  public BooleanProperty foldedProperty() {
    return folded;
  }

  /// True if the prompt has labels.
  public ReadOnlyBooleanProperty presentProperty() {
    return present.getReadOnlyProperty();
  }

  /// True if the shown scores belong to an earlier prompt.
  public ReadOnlyBooleanProperty staleProperty() {
    return stale.getReadOnlyProperty();
  }

  /// The reason why the labels cannot be scored; empty if there is none.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// The known scores; null while there are none.
  public ReadOnlyObjectProperty<@Nullable ShownLabels> onShowProperty() {
    return onShow.getReadOnlyProperty();
  }
}
