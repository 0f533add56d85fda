package kelvin.engine.inside;

import java.util.function.Consumer;
import kelvin.engine.CancellableWork;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;

/// Asks the model that is open what a second copy of it takes. It opens none: the caller does so in
/// the background, because that takes as long as to open the model.
///
/// @param <R> what runs the copy
public final class CopyOffer<R> extends CancellableWork {

  private final InsidePart<R> part;
  private final Consumer<Offer<R>> onOffer;

  /// A second copy that can be opened.
  ///
  /// @param copy belongs to the model
  public record Offer<R>(InsideCopy<R> copy, CopyMemory memory) {}

  /// @param onOffer called on the inference thread
  /// @param onFailed receives a sentence
  public CopyOffer(InsidePart<R> part, Consumer<Offer<R>> onOffer, Consumer<String> onFailed) {
    super(onFailed);
    this.part = part;
    this.onOffer = onOffer;
  }

  @Override
  public boolean runSlice(LoadedModel model, Cancellation pause) {
    onOffer.accept(new Offer<>(InsideSessions.of(model).copy(part), CopyMemory.of(model, part)));
    return false;
  }
}
