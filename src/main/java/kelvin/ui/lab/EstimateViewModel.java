package kelvin.ui.lab;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import kelvin.engine.SlicedWork;
import kelvin.engine.label.SweepEstimate;
import kelvin.engine.label.SweepProgress;
import kelvin.ui.fx.LatestOnFxThread;
import org.jspecify.annotations.Nullable;

/// Estimates the cost of the sweep in the form, again after every change, while the lab is shown.
/// The inference thread composes the prompts.
public final class EstimateViewModel {

  private final SweepForm form;
  private final Consumer<SlicedWork> engine;
  private final Executor fxThread;
  private final ObservableBooleanValue shown;
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
  private final ReadOnlyBooleanWrapper possible =
      new ReadOnlyBooleanWrapper(this, "possible", false);
  private @Nullable SweepEstimate asked;

  EstimateViewModel(
      SweepForm form,
      Consumer<SlicedWork> engine,
      Executor fxThread,
      ObservableBooleanValue shown) {
    this.form = form;
    this.engine = engine;
    this.fxThread = fxThread;
    this.shown = shown;
    for (ObservableValue<?> field :
        List.of(
            form.subjectProperty(),
            form.kindProperty(),
            form.labelsProperty(),
            form.answerProperty(),
            form.shotsProperty(),
            form.drawsProperty(),
            form.seedProperty(),
            form.testsProperty())) {
      field.subscribe((_, _) -> ask());
    }
    shown.subscribe(this::ask);
  }

  /// Cancels the present estimate.
  void stop() {
    var before = asked;
    if (before != null) {
      before.cancel();
      asked = null;
    }
  }

  void ask() {
    stop();
    if (!shown.get()) {
      return;
    }
    try {
      var setup = form.setup();
      var estimate = new SweepEstimate[1];
      var door =
          new LatestOnFxThread<Runnable>(
              fxThread,
              told -> {
                if (estimate[0].equals(asked)) {
                  told.run();
                }
              });
      estimate[0] =
          new SweepEstimate(
              cancellation -> {
                var questions = setup.plan(cancellation).questions(cancellation);
                door.accept(() -> showCount(questions.size()));
                return questions;
              },
              known -> door.accept(() -> showCost(known)),
              reason -> door.accept(() -> refuse(reason)));
      asked = estimate[0];
      possible.set(true);
      text.set("Counting prompts …");
      engine.accept(estimate[0]);
    } catch (SetupException e) {
      refuse(e.sentence());
    }
  }

  private void showCount(int prompts) {
    text.set("%,d prompts …".formatted(prompts));
  }

  private void showCost(SweepProgress known) {
    possible.set(true);
    text.set(
        "%,d prompts, %,d tokens to run (%,d without sharing), about %s s"
            .formatted(
                known.total(),
                known.tokensTotal(),
                known.naiveTokens(),
                LabViewModel.seconds(
                    known.isDone() ? known.seconds() : known.seconds() + known.secondsLeft())));
  }

  private void refuse(String reason) {
    possible.set(false);
    text.set(reason);
  }

  /// The cost in words, or the reason why there is none.
  public ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  /// True if the sweep in the form can be run, as far as is known.
  public ReadOnlyBooleanProperty possibleProperty() {
    return possible.getReadOnlyProperty();
  }
}
