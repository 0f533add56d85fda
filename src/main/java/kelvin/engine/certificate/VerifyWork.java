package kelvin.engine.certificate;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import kelvin.engine.CancellableWork;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;

/// Verifies a certificate with a model that is in use.
///
/// All of it is one slice, and a slice that is interrupted begins again: a run of another text
/// between two steps would make the next step run in other pieces, and so give other last digits.
public final class VerifyWork extends CancellableWork {

  private final Certificate certificate;
  private final boolean isAsWritten;
  private final IntConsumer progress;
  private final Consumer<Verification> onVerified;

  /// @param isAsWritten false if the certificate's file is not as it was written
  /// @param progress gets the number of steps compared; it begins again after an interruption
  /// @param onVerified called on the thread that runs the slices
  /// @param onFailed receives a sentence for the user
  public VerifyWork(
      Certificate certificate,
      boolean isAsWritten,
      IntConsumer progress,
      Consumer<Verification> onVerified,
      Consumer<String> onFailed) {
    super(onFailed);
    this.certificate = certificate;
    this.isAsWritten = isAsWritten;
    this.progress = progress;
    this.onVerified = onVerified;
  }

  @Override
  public boolean waitsForIdle() {
    return true;
  }

  @Override
  public boolean runSlice(LoadedModel model, Cancellation pause) {
    cancellation().throwIfCancelled();
    try (var _ = cancellation().onCancel(pause::cancel)) {
      FreshModel.forget(model.model(), certificate.path().context().getFirst(), pause);
      onVerified.accept(Verifier.verify(certificate, isAsWritten, model, progress, pause));
    }
    return false;
  }
}
