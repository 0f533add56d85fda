package kelvin.ui.lint;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kelvin.engine.SlicedWork;
import kelvin.engine.label.LabelScores;
import kelvin.engine.label.LabelSweep;
import kelvin.engine.label.SweepListener;
import kelvin.engine.label.SweepProgress;
import kelvin.experiment.CheckedPrompt;
import kelvin.experiment.ContextFit;
import kelvin.experiment.FixEffects;
import kelvin.experiment.LintQuestion;
import kelvin.prompt.DropRule;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Shortened;
import kelvin.prompt.lint.Fix;
import kelvin.prompt.lint.LintRule;
import kelvin.ui.compose.ComposerViewModel;
import org.jspecify.annotations.Nullable;

/// Checks the prompt for mistakes and measures the effect of each fix in the background, when no
/// request of the user is waiting.
public final class LintViewModel {

  private final ComposerViewModel composer;
  private final Executor fxThread;
  private final ObservableList<LintItem> items = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
  private Consumer<SlicedWork> onWork = _ -> {};
  private Consumer<String> onNormalization = _ -> {};
  private @Nullable LintQuestion asked;
  private @Nullable ModelQuestion<CheckedPrompt> check;
  private @Nullable LabelSweep sweep;

  /// The prompt after examples were dropped; the message belongs to it.
  private String droppedTo = "";

  /// @param fxThread runs the updates
  public LintViewModel(ComposerViewModel composer, Executor fxThread) {
    this.composer = composer;
    this.fxThread = fxThread;
  }

  /// Sets the receiver of work on the model. Called once.
  public void setOnWork(Consumer<SlicedWork> onWork) {
    this.onWork = onWork;
  }

  /// Sets the handler of a normalisation that the user chooses as a fix; it gets the name.
  public void setOnNormalization(Consumer<String> onNormalization) {
    this.onNormalization = onNormalization;
  }

  /// Checks a prompt and drops the check of the one before.
  public void check(LintQuestion question) {
    if (question.equals(asked)) {
      return;
    }
    asked = question;
    stop();
    if (!question.trial().prompt().render().equals(droppedTo)) {
      message.set("");
    }
    var wanted =
        new ModelQuestion<>(
            (model, _) -> CheckedPrompt.of(question, model),
            checked -> fxThread.execute(() -> show(question, checked)),
            _ -> fxThread.execute(() -> forget(question)));
    check = wanted;
    onWork.accept(wanted);
  }

  /// Forgets all findings, as when another model is opened.
  public void reset() {
    stop();
    asked = null;
  }

  private void stop() {
    if (check != null) {
      check.cancel();
      check = null;
    }
    if (sweep != null) {
      sweep.cancel();
      sweep = null;
    }
  }

  private void forget(LintQuestion question) {
    if (question.equals(asked)) {
      items.clear();
    }
  }

  private void show(LintQuestion question, CheckedPrompt checked) {
    if (!question.equals(asked)) {
      return;
    }
    boolean canDrop = checked.canDrop();
    items.setAll(
        checked.findings().stream()
            .map(
                finding ->
                    new LintItem(
                        finding,
                        "",
                        false,
                        canDrop && finding.rule() == LintRule.CONTEXT_NEARLY_FULL))
            .toList());
    if (checked.hasEffects()) {
      measure(question, new FixEffects(checked));
    }
  }

  private void measure(LintQuestion question, FixEffects effects) {
    var wanted =
        new LabelSweep(
            effects.questions(),
            new SweepListener() {
              @Override
              public void scored(int index, LabelScores found, SweepProgress progress) {
                fxThread.execute(
                    () -> {
                      effects.take(index, found);
                      if (question.equals(asked)) {
                        showEffects(effects);
                      }
                    });
              }

              @Override
              public void failed(String reason) {
                // Without a measured effect the findings stay unchanged.
              }
            });
    sweep = wanted;
    onWork.accept(wanted);
  }

  private void showEffects(FixEffects effects) {
    for (int i = 0; i < items.size(); i++) {
      var words = effects.words(i);
      if (!words.isEmpty() && items.get(i).effect().isEmpty()) {
        items.set(i, items.get(i).withEffect(words, effects.isWrong(i)));
      }
    }
  }

  // Commands

  /// Applies the fix of a finding as one change that can be undone.
  public void fix(LintItem item) {
    var name = item.finding().fix().name();
    var act = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    switch (item.finding().fix()) {
      case Fix.ChangeTrial change -> composer.act(act, () -> composer.take(change.changed()));
      case Fix.ChangeNormalization change ->
          composer.act(act, () -> onNormalization.accept(change.normalization()));
      case Fix.ByHand _ -> {
        // The finding's sentence says what to do.
      }
    }
  }

  /// Mutes examples by a rule until the prompt fits the context, and names them in the message.
  public void drop(DropRule rule) {
    var question = asked;
    if (question == null || !(question.trial().prompt() instanceof FewShotPrompt)) {
      return;
    }
    onWork.accept(
        new ModelQuestion<>(
            (model, pause) ->
                ContextFit.shorten(question.trial(), rule, question.start(), model, pause),
            shortened -> fxThread.execute(() -> take(question, shortened)),
            reason -> fxThread.execute(() -> message.set(reason))));
  }

  private void take(LintQuestion question, Optional<Shortened> shortened) {
    if (!question.equals(asked)) {
      return;
    }
    if (shortened.isEmpty()) {
      message.set(
          "Even without examples the prompt does not fit: shorten the instruction or the test"
              + " input.");
      return;
    }
    var left = shortened.get();
    droppedTo = left.prompt().render();
    composer.act("dropping examples", () -> composer.fewShot().restore(left.prompt()));
    message.set(muted(left));
  }

  private static String muted(Shortened left) {
    var places =
        left.dropped().stream().sorted().map(p -> "" + (p + 1)).collect(Collectors.joining(", "));
    return (left.dropped().size() == 1 ? "Example " : "Examples ")
        + places
        + (left.dropped().size() == 1 ? " is" : " are")
        + String.format(
            Locale.ROOT, " muted now: the prompt and its labels have %,d tokens.", left.tokens());
  }

  // Properties

  /// The findings in the order of the rules.
  public ObservableList<LintItem> items() {
    return items;
  }

  /// The message about dropped examples; empty if there is none.
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }
}
