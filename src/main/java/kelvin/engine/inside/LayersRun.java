package kelvin.engine.inside;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import kelvin.distribution.InvalidLogitsException;
import kelvin.distribution.Logits;
import kelvin.engine.CancellableWork;
import kelvin.engine.FailureSentence;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.LoadedModel;
import kelvin.inference.inner.InnerRow;

/// Runs a context in the opened copy of the model that gives its layers. The copy runs on the
/// inference thread, in one slice that a request stops; the rest is computed in the background.
public final class LayersRun extends CancellableWork {

  private final Question question;
  private final Executor background;
  private final Consumer<Layers> onDone;

  /// Asks for the layers at the last position of a context.
  ///
  /// @param played the logits there, of the graph that plays; the same for the same question
  public record Question(List<Integer> tokenIds, Logits played) {

    public Question {
      tokenIds = List.copyOf(tokenIds);
    }
  }

  /// @param background runs one task at a time
  /// @param onDone called in the background, unless cancelled
  /// @param onFailed receives a sentence, on any thread
  public LayersRun(
      Question question, Executor background, Consumer<Layers> onDone, Consumer<String> onFailed) {
    super(onFailed);
    this.question = question;
    this.background = background;
    this.onDone = onDone;
  }

  @Override
  public boolean runSlice(LoadedModel model, Cancellation pause) {
    var sessions = InsideSessions.of(model);
    // Another model may have been opened meanwhile. A copy of it would be a surprise.
    if (sessions.isOpen(InsideSessions.Part.LAYERS)) {
      int[] ids = question.tokenIds().stream().mapToInt(Integer::intValue).toArray();
      var row = sessions.layers(pause).run(ids, pause);
      background.execute(() -> compute(row));
    }
    return false;
  }

  private void compute(InnerRow row) {
    try {
      int position = question.tokenIds().size() - 1;
      onDone.accept(Layers.of(question.played().toArray(), row, position, cancellation()));
    } catch (CancelledException _) {
      // a newer question is asked
    } catch (InvalidLogitsException | OutOfMemoryError e) {
      fail(FailureSentence.ofKnown(e).orElseThrow());
    }
  }
}
