package kelvin.engine;

import java.util.function.Consumer;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.inference.ProofResult;
import kelvin.proof.LengthProof;

/// Runs a proof at length while the user does nothing. The window stays usable meanwhile.
final class ProofWork implements SlicedWork {

  private final LengthProof proof;
  private final Consumer<Double> onProgress;
  private final Consumer<ProofResult> onResult;

  /// @param onProgress takes the share of the work that is done, 0 to 1
  /// @param onResult called once, at the end; not called if another model opens before
  ProofWork(LengthProof proof, Consumer<Double> onProgress, Consumer<ProofResult> onResult) {
    this.proof = proof;
    this.onProgress = onProgress;
    this.onResult = onResult;
  }

  @Override
  public boolean runSlice(LoadedModel model, Cancellation pause) {
    boolean more = proof.runNext(pause);
    onProgress.accept(proof.progress());
    proof.result().ifPresent(onResult);
    return more;
  }

  @Override
  public boolean waitsForIdle() {
    return true;
  }

  @Override
  public boolean isCancelled() {
    return false;
  }

  @Override
  public void fail(String reason) {
    // Another model was opened, which has its own proof.
  }
}
