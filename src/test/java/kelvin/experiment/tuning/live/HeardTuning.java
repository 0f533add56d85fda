package kelvin.experiment.tuning.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kelvin.experiment.tuning.TuningProgress;

/// Everything that a training told.
final class HeardTuning implements LiveListener {

  private volatile Optional<LiveState> last = Optional.empty();
  private final List<LiveOutcome> ends = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private int cancels;
  private Consumer<LiveState> onStep = _ -> {};

  /// @param action for each state, on the thread that trains
  void onStep(Consumer<LiveState> action) {
    onStep = action;
  }

  @Override
  public void working(TuningProgress progress) {}

  @Override
  public void stepped(LiveState state) {
    last = Optional.of(state);
    onStep.accept(state);
  }

  @Override
  public void ended(LiveOutcome outcome) {
    ends.add(outcome);
  }

  @Override
  public void cancelled() {
    cancels++;
  }

  @Override
  public void failed(String reason) {
    failures.add(reason);
  }

  LiveState state() {
    return last.orElseThrow();
  }

  /// The number of steps that were told.
  int steps() {
    return last.map(LiveState::step).orElse(0);
  }

  List<String> failures() {
    return failures;
  }

  int cancels() {
    return cancels;
  }

  boolean hasNoEnd() {
    return ends.isEmpty();
  }

  /// The only end, of weights.
  LiveOutcome.Weights end() {
    assertEquals(List.of(), failures);
    assertEquals(0, cancels);
    assertEquals(1, ends.size());
    return assertInstanceOf(LiveOutcome.Weights.class, ends.getFirst());
  }
}
