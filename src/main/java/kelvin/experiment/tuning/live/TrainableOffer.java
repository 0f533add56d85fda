package kelvin.experiment.tuning.live;

import java.util.function.Consumer;
import kelvin.engine.CancellableWork;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;

/// Asks for the model that is open, to train a copy of it. It opens none.
public final class TrainableOffer extends CancellableWork {

  private final Consumer<Trainable> onOffer;

  /// @param onOffer called on the inference thread
  /// @param onFailed receives a sentence
  public TrainableOffer(Consumer<Trainable> onOffer, Consumer<String> onFailed) {
    super(onFailed);
    this.onOffer = onOffer;
  }

  @Override
  public boolean runSlice(LoadedModel model, Cancellation pause) {
    onOffer.accept(Trainable.of(model));
    return false;
  }
}
