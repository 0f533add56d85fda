package kelvin.engine.inside;

import java.util.function.Consumer;
import kelvin.engine.SlicedWork;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;

/// Asks the model that is open what a second copy of it takes. It opens none: the caller does so in
/// the background, because that takes as long as to open the model.
public final class CopyOffer implements SlicedWork {

  private final Consumer<Offer> onOffer;
  private final Consumer<String> onFailed;
  private final Cancellation cancellation = new Cancellation();

  /// A second copy that can be opened.
  ///
  /// @param sessions where it is opened, on any thread; the receiver closes it
  /// @param memory that the copy takes, in bytes
  public record Offer(InsideSessions sessions, long memory) {}

  /// @param onOffer called on the inference thread
  /// @param onFailed receives a sentence
  public CopyOffer(Consumer<Offer> onOffer, Consumer<String> onFailed) {
    this.onOffer = onOffer;
    this.onFailed = onFailed;
  }

  @Override
  public boolean runSlice(LoadedModel model, Cancellation pause) {
    onOffer.accept(new Offer(new InsideSessions(model), InsideSessions.memory(model)));
    return false;
  }

  public void cancel() {
    cancellation.cancel();
  }

  @Override
  public boolean isCancelled() {
    return cancellation.isCancelled();
  }

  @Override
  public void fail(String reason) {
    if (!isCancelled()) {
      onFailed.accept(reason);
    }
  }
}
