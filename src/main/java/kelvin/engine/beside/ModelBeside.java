package kelvin.engine.beside;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import kelvin.engine.ProofWork;
import kelvin.engine.SlicedWork;
import kelvin.inference.BatchRuns;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.ProofResult;
import kelvin.proof.LengthProof;
import kelvin.text.Vocabulary;

/// A model that is open beside the one that plays. It runs on the same thread, slice by slice, so
/// the playground never waits for it.
///
/// To close it waits for nobody: a slice that runs is stopped, and the model closes behind it.
public final class ModelBeside {

  private final LoadedModel loaded;
  private final ReentrantLock use = new ReentrantLock();

  /// Stops the slice that runs.
  private final Cancellation closing = new Cancellation();

  /// Guarded by `use`.
  private boolean isClosed;

  /// @param loaded belongs to this object from now on
  public ModelBeside(LoadedModel loaded) {
    this.loaded = loaded;
  }

  public ModelDescriptor descriptor() {
    return loaded.descriptor();
  }

  public Vocabulary vocabulary() {
    return loaded.tokenizer().vocabulary();
  }

  /// Runs work with the model, on the inference thread.
  ///
  /// @param work keeps nothing of the model
  /// @param pause of the slice, cancelled when the model is to close
  /// @throws InferenceException if the model is closed, or a run fails
  public <A> A use(Function<LoadedModel, A> work, Cancellation pause) {
    use.lock();
    try {
      if (closing.isCancelled()) {
        throw new InferenceException("The other model was closed. Open it again for this.");
      }
      try (var _ = closing.onCancel(pause::cancel)) {
        return work.apply(loaded);
      }
    } finally {
      use.unlock();
      closeIfOver();
    }
  }

  /// The same work, which runs this model in place of the one that plays.
  public SlicedWork carrying(SlicedWork work) {
    return new Carried(work);
  }

  /// The proof that all ways to run the model give the same, as idle work; nothing to do if it was
  /// proved before.
  ///
  /// @param begin runs work that can wait
  /// @param onFault gets the number of tokens at which a fault showed, on the inference thread
  public void prove(Consumer<SlicedWork> begin, IntConsumer onFault) {
    LengthProof.of(loaded)
        .ifPresent(proof -> begin.accept(carrying(new ProofWork(proof, new Faults(onFault)))));
  }

  /// Stops the slice in progress. No further one runs.
  void stop() {
    closing.cancel();
  }

  /// Closes the model for good: now, or when the slice in progress has stopped.
  public void close() {
    stop();
    closeIfOver();
  }

  private void closeIfOver() {
    // A use within a use ends first, and the model is still needed then.
    if (closing.isCancelled() && !use.isHeldByCurrentThread() && use.tryLock()) {
      try {
        if (!isClosed) {
          isClosed = true;
          loaded.close();
        }
      } finally {
        use.unlock();
      }
    }
  }

  private final class Carried implements SlicedWork {

    private final SlicedWork work;

    Carried(SlicedWork work) {
      this.work = work;
    }

    @Override
    public boolean runSlice(LoadedModel playing, Cancellation pause) {
      return use(own -> runSliceOf(own, pause), pause);
    }

    private boolean runSliceOf(LoadedModel own, Cancellation pause) {
      boolean more = work.runSlice(own, pause);
      if (!more) {
        own.model().batchRuns().ifPresent(BatchRuns::release);
      }
      return more;
    }

    @Override
    public boolean waitsForIdle() {
      return work.waitsForIdle();
    }

    @Override
    public boolean isCancelled() {
      return work.isCancelled();
    }

    @Override
    public void fail(String reason) {
      work.fail(reason);
    }
  }

  private record Faults(IntConsumer onFault) implements ProofWork.Listener {

    @Override
    public void progressed(double share) {}

    @Override
    public void ended(ProofResult result) {
      result.fault().ifPresent(fault -> onFault.accept(fault.length()));
    }

    @Override
    public void failed() {}
  }
}
