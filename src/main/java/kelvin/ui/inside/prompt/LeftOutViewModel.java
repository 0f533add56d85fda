package kelvin.ui.inside.prompt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import kelvin.engine.SlicedWork;
import kelvin.engine.inside.LeaveOneOutWork;
import kelvin.engine.inside.LeaveOneOutWork.Measured;
import kelvin.text.Durations;
import org.jspecify.annotations.Nullable;

/// Measures what leaving out each token does to a prediction, when the user wants it: a run of the
/// model for each token.
final class LeftOutViewModel {

  private final Consumer<SlicedWork> engine;
  private final Executor fxThread;
  private final ReadOnlyObjectWrapper<List<OptionalDouble>> effects =
      new ReadOnlyObjectWrapper<>(this, "effects", List.of());
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
  private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper(this, "possible");
  private @Nullable LeaveOneOutWork work;

  /// The question that is or was measured; null for none.
  private @Nullable Question question;

  /// @param logProbability of the token after the whole context, nats
  record Question(List<Integer> context, int token, double logProbability) {}

  /// @param engine runs work on the inference thread
  LeftOutViewModel(Consumer<SlicedWork> engine, Executor fxThread) {
    this.engine = engine;
    this.fxThread = fxThread;
  }

  /// Asks about another prediction: forgets what was measured of the one before.
  void look(@Nullable Question now) {
    if (now == null || !now.equals(question)) {
      stop();
      question = now;
      possible.set(now != null && now.context().size() > 1);
      message.set("");
      effects.set(List.of());
    }
  }

  /// Measures, from the beginning.
  void measure() {
    var asked = question;
    if (asked == null || !possible.get() || running.get()) {
      return;
    }
    var found =
        new ArrayList<>(Collections.nCopies(asked.context().size(), OptionalDouble.empty()));
    var begun = new LeaveOneOutWork[1];
    begun[0] =
        new LeaveOneOutWork(
            asked.context(),
            asked.token(),
            one -> fxThread.execute(() -> take(begun[0], asked, one, found)),
            reason -> fxThread.execute(() -> fail(begun[0], reason)));
    work = begun[0];
    running.set(true);
    message.set("Measuring without each of " + asked.context().size() + " tokens …");
    engine.accept(begun[0]);
  }

  private void take(
      LeaveOneOutWork from, Question asked, Measured one, List<OptionalDouble> found) {
    if (!from.equals(work)) {
      return;
    }
    found.set(one.position(), OptionalDouble.of(asked.logProbability() - one.logProbability()));
    int total = found.size();
    double left = one.seconds() / one.done() * (total - one.done());
    message.set(
        "Measured %d of %d, about %s left".formatted(one.done(), total, Durations.words(left)));
    if (one.done() == total) {
      work = null;
      running.set(false);
      message.set("");
      effects.set(List.copyOf(found));
    }
  }

  private void fail(LeaveOneOutWork from, String reason) {
    if (from.equals(work)) {
      work = null;
      running.set(false);
      message.set(reason);
    }
  }

  /// Stops the measurement; nothing of it is kept.
  void stop() {
    if (work != null) {
      work.cancel();
      work = null;
    }
    running.set(false);
    message.set("");
  }

  /// One effect for each token, nats; empty before all are measured.
  ReadOnlyObjectProperty<List<OptionalDouble>> effectsProperty() {
    return effects.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /// True if there is a prediction whose prompt has more than one token.
  ReadOnlyBooleanProperty possibleProperty() {
    return possible.getReadOnlyProperty();
  }

  /// The progress, or why it failed; empty for neither.
  ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }
}
