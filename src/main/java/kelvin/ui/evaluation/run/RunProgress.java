package kelvin.ui.evaluation.run;

import java.util.Arrays;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import kelvin.text.Count;
import kelvin.text.Durations;

/// The progress of runs, for a bar and in words.
public final class RunProgress {

  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running", false);
  private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(this, "share", 0);
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
  private String before = "";

  /// Begins to follow a run.
  ///
  /// @param names put before the words
  public void begin(String... names) {
    before = Arrays.stream(names).map(name -> name + "  ·  ").collect(Collectors.joining());
    running.set(true);
    share.set(0);
    text.set(before + "starting");
  }

  /// Takes an event of the run.
  ///
  /// @return false if nothing is followed
  public boolean follow(EvaluationRun.Event event) {
    if (!running.get()) {
      return false;
    }
    switch (event) {
      case EvaluationRun.Event.Looked(int done, int total) ->
          text.set(before + Count.of(done) + " of " + Count.of(total) + " prompts looked at");
      case EvaluationRun.Event.Progressed(var now) -> {
        share.set(now.share());
        text.set(
            before
                + Count.of(now.done())
                + " of "
                + Count.of(now.total())
                + " items  ·  "
                + Durations.words(now.secondsLeft())
                + " left");
      }
      case EvaluationRun.Event.Ended _ -> end();
    }
    return true;
  }

  /// Says how far something else is that is done before or after a run.
  ///
  /// @param done from 0 to 1
  public void tell(double done, String words) {
    if (running.get()) {
      share.set(done);
      text.set(before + words);
    }
  }

  /// Stops following.
  public void end() {
    running.set(false);
    text.set("");
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /// From 0 to 1.
  public ReadOnlyDoubleProperty shareProperty() {
    return share.getReadOnlyProperty();
  }

  /// The progress in words; empty while nothing runs.
  public ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }
}
