package kelvin.engine.inside;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import kelvin.engine.CancellableWork;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;

/// Opens the vectors of a model's tokens: it finds the matrices on the inference thread, which is
/// short, and computes the lengths in the background. The model is not run.
public final class SpacesOpening extends CancellableWork {

  private final Executor background;
  private final Consumer<TokenSpaces> onOpened;

  /// @param background runs one task at a time; all that uses the result runs there too
  /// @param onOpened called in the background; closes the result, and at once if it is too late
  /// @param onFailed receives a sentence
  public SpacesOpening(
      Executor background, Consumer<TokenSpaces> onOpened, Consumer<String> onFailed) {
    super(onFailed);
    this.background = background;
    this.onOpened = onOpened;
  }

  @Override
  public boolean runSlice(LoadedModel model, Cancellation pause) {
    var found = TokenSpaces.Found.in(model);
    background.execute(
        () -> {
          if (isCancelled()) {
            found.close();
          } else {
            onOpened.accept(new TokenSpaces(found));
          }
        });
    return false;
  }
}
