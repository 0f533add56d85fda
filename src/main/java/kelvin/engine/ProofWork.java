package kelvin.engine;

import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.inference.ProofResult;
import kelvin.proof.LengthProof;

/// Runs a proof at length while the user does nothing. The window stays usable meanwhile.
public final class ProofWork implements SlicedWork {

  private final LengthProof proof;
  private final Listener listener;

  /// Takes the events of a proof, on the inference thread. Events may still come after another
  /// model was opened.
  public interface Listener {

    /// @param share the share of the work that is done, 0 to 1
    void progressed(double share);

    void ended(ProofResult result);

    /// The proof cannot go on.
    void failed();
  }

  public ProofWork(LengthProof proof, Listener listener) {
    this.proof = proof;
    this.listener = listener;
  }

  @Override
  public boolean runSlice(LoadedModel model, Cancellation pause) {
    boolean more = proof.runNext(pause);
    if (more) {
      listener.progressed(proof.progress());
    }
    proof.result().ifPresent(listener::ended);
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
    listener.failed();
  }
}
