package kelvin.ui.adapt.lab;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import kelvin.engine.SlicedWork;
import kelvin.experiment.adapt.AdaptEstimate;
import kelvin.experiment.adapt.AdaptSetup;
import org.jspecify.annotations.Nullable;

/// Estimates memory and time of the comparison in the form, again after every change, while it is
/// shown.
public final class AdaptCostLine {

  private final AdaptForm form;
  private final Consumer<SlicedWork> engine;
  private final Executor fxThread;
  private final ObservableBooleanValue shown;
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
  private @Nullable AdaptEstimate asked;

  AdaptCostLine(
      AdaptForm form,
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
  void stop() {
    var before = asked;
    if (before != null) {
      before.cancel();
      asked = null;
    }
  }

  void ask() {
    stop();
    switch (form.plannedProperty().get()) {
      case AdaptPlanned.Reading _ -> text.set("Reading the data …");
      case AdaptPlanned.Refused _ -> text.set("");
      case AdaptPlanned.Ready ready -> {
        text.set("Estimating memory and time …");
        if (shown.get()) {
          ask(ready.origin().setup());
        }
      }
    }
  }

  private void ask(AdaptSetup setup) {
    var estimate = new AdaptEstimate[1];
    estimate[0] =
        new AdaptEstimate(
            setup,
            cost ->
                tell(
                    estimate,
                    cost.memory().map(sentence -> sentence + " ").orElse("") + cost.time()),
            reason -> tell(estimate, "The time is not known. " + reason));
    asked = estimate[0];
    engine.accept(estimate[0]);
  }

  private void tell(AdaptEstimate[] of, String sentences) {
    fxThread.execute(
        () -> {
          if (Optional.ofNullable(asked).filter(of[0]::equals).isPresent()) {
            text.set(sentences);
          }
        });
  }

  /// The cost in words; empty while nothing can be run.
  public ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }
}
