package kelvin.ui.evaluation.form;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import kelvin.engine.SlicedWork;
import kelvin.engine.label.SweepEstimate;
import kelvin.engine.label.SweepProgress;
import kelvin.experiment.evaluation.EvaluationPlan;
import kelvin.text.Count;
import kelvin.text.Durations;
import kelvin.ui.fx.EveryOnFxThread;
import org.jspecify.annotations.Nullable;

/// Estimates the cost of the evaluation in the form, again after every change, while it is shown.
/// Of long data only the first pairs are encoded, as many as run together.
public final class EvaluationEstimate {

  /// The pairs that are encoded for an estimate.
  private static final int PAIRS = 256;

  private final EvaluationForm form;
  private final Consumer<SlicedWork> engine;
  private final Executor fxThread;
  private final ObservableBooleanValue shown;
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
  private @Nullable SweepEstimate asked;

  public EvaluationEstimate(
      EvaluationForm form,
      Consumer<SlicedWork> engine,
      Executor fxThread,
      ObservableBooleanValue shown) {
    this.form = form;
    this.engine = engine;
    this.fxThread = fxThread;
    this.shown = shown;
    form.plannedProperty().subscribe(_ -> ask());
    shown.subscribe(_ -> ask());
  }

  /// Cancels the present estimate.
  public void stop() {
    var before = asked;
    if (before != null) {
      before.cancel();
      asked = null;
    }
  }

  public void ask() {
    stop();
    switch (form.plannedProperty().get()) {
      case Planned.Reading _ -> text.set("Reading the data …");
      case Planned.Refused _ -> text.set("");
      case Planned.Ready ready -> {
        text.set("Estimating the time …");
        if (shown.get()) {
          ask(ready.plan());
        }
      }
    }
  }

  private void ask(EvaluationPlan plan) {
    var tests = plan.data().test();
    var some = tests.subList(0, Math.min(PAIRS, tests.size()));
    double times = (double) tests.size() / some.size();
    var estimate = new SweepEstimate[1];
    var door =
        new EveryOnFxThread<String>(
            fxThread,
            sentence -> {
              if (estimate[0].equals(asked)) {
                text.set(sentence);
              }
            });
    estimate[0] =
        new SweepEstimate(
            _ -> plan.setup().questions(some),
            known -> door.accept(words(known, tests.size(), times)),
            reason -> door.accept("The time is not known. " + reason));
    asked = estimate[0];
    engine.accept(estimate[0]);
  }

  private static String words(SweepProgress known, int items, double times) {
    double seconds = known.secondsInAll();
    return "%s, %s tokens to run, about %s"
        .formatted(
            items == 1 ? "1 item" : Count.of(items) + " items",
            Count.of(Math.round(known.tokensTotal() * times)),
            Durations.words(seconds * times));
  }

  /// The cost in words; empty while nothing can be run.
  public ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }
}
