package kelvin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import org.junit.jupiter.api.Test;

/// Work that waits for idle makes room at once. Otherwise the labels of a prompt would wait for
/// seconds while a new model is proved.
class WorkQueueTest {

  private final FakeInferenceThread thread = new FakeInferenceThread();
  private final WorkQueue queue = new WorkQueue(thread, Duration.ZERO);
  private final LoadedModel model =
      new LoadedModel(new FakeLanguageModel(), FakeTokenizer.withStartToken());
  private final List<String> done = new ArrayList<>();

  private void slice() {
    queue.runSlice(model, this::slice);
  }

  /// Work of one slice, during which something else happens.
  private final class Work implements SlicedWork {

    private final String name;
    private final boolean idle;
    private Runnable meanwhile;
    private boolean cancelled;

    Work(String name, boolean idle, Runnable meanwhile) {
      this.name = name;
      this.idle = idle;
      this.meanwhile = meanwhile;
    }

    @Override
    public boolean runSlice(LoadedModel model, Cancellation pause) {
      var first = meanwhile;
      meanwhile = () -> {};
      first.run();
      if (pause.isCancelled()) {
        done.add(name + " stopped");
        pause.throwIfCancelled();
      }
      done.add(name);
      return false;
    }

    @Override
    public boolean waitsForIdle() {
      return idle;
    }

    @Override
    public boolean isCancelled() {
      return cancelled;
    }

    @Override
    public void fail(String reason) {
      throw new AssertionError(reason);
    }
  }

  @Test
  void otherWorkStopsASliceThatWaitsForIdleAndRunsBeforeIt() {
    queue.begin(
        new Work(
            "proof", true, () -> queue.begin(new Work("labels", false, () -> {}), this::slice)),
        this::slice);

    thread.runAll();

    assertEquals(List.of("proof stopped", "labels", "proof"), done);
  }

  @Test
  void otherWorkDoesNotStopASliceOfItsKind() {
    queue.begin(
        new Work(
            "sweep", false, () -> queue.begin(new Work("labels", false, () -> {}), this::slice)),
        this::slice);

    thread.runAll();

    assertEquals(List.of("sweep", "labels"), done);
  }

  @Test
  void workThatWaitsForIdleComesAfterWorkThatWasBegunEarlier() {
    queue.begin(new Work("sweep", false, () -> {}), this::slice);
    queue.begin(new Work("proof", true, () -> {}), this::slice);

    thread.runAll();

    assertEquals(List.of("sweep", "proof"), done);
  }

  @Test
  void cancelledWorkLeavesNoTaskBehindThatRunsOtherWork() {
    var sweep = new Work("sweep", false, () -> {});
    var labels = new Work("labels", false, () -> {});
    queue.begin(sweep, this::slice);
    queue.begin(labels, this::slice);
    labels.cancelled = true;

    thread.runNext();
    assertEquals(List.of(), done);
    thread.runAll();

    assertEquals(List.of("sweep"), done);
  }

  @Test
  void workGoesOnAfterAllWasTakenAway() {
    queue.begin(new Work("sweep", false, () -> {}), this::slice);
    queue.takeAll();
    queue.begin(new Work("labels", false, () -> {}), this::slice);

    thread.runAll();

    assertEquals(List.of("labels"), done);
  }
}
