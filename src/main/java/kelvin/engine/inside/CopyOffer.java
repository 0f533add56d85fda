package kelvin.engine.inside;

import java.util.function.Consumer;
import kelvin.engine.CancellableWork;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;

/// Asks the model that is open what a second copy of it takes. It opens none: the caller does so in
/// the background, because that takes as long as to open the model.
public final class CopyOffer extends CancellableWork {

  private final Consumer<Offer> onOffer;

  /// A second copy that can be opened.
  ///
  /// @param sessions where it is opened, on any thread; the receiver closes it
  public record Offer(InsideSessions sessions, CopyMemory memory) {}

  /// @param onOffer called on the inference thread
  /// @param onFailed receives a sentence
  public CopyOffer(Consumer<Offer> onOffer, Consumer<String> onFailed) {
    super(onFailed);
    this.onOffer = onOffer;
  }

  @Override
  public boolean runSlice(LoadedModel model, Cancellation pause) {
    onOffer.accept(new Offer(new InsideSessions(model), CopyMemory.of(model)));
    return false;
  }
}
