package kelvin.ui.lint;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import kelvin.engine.SlicedWork;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;

/// Asks a model for something that needs no run, when the inference thread is free.
///
/// @param <A> the answer
final class ModelQuestion<A> implements SlicedWork {

  private final BiFunction<LoadedModel, Cancellation, A> ask;
  private final Consumer<A> answer;
  private final Consumer<String> onFailure;
  private final AtomicBoolean cancelled = new AtomicBoolean();

  /// @param ask computes the answer on the inference thread, until it is cancelled
  /// @param answer receives the answer on the inference thread
  /// @param onFailure receives a sentence for the user on the inference thread
  ModelQuestion(
      BiFunction<LoadedModel, Cancellation, A> ask,
      Consumer<A> answer,
      Consumer<String> onFailure) {
    this.ask = ask;
    this.answer = answer;
    this.onFailure = onFailure;
  }

  @Override
  public boolean runSlice(LoadedModel model, Cancellation pause) {
    answer.accept(ask.apply(model.cancelledBy(pause), pause));
    return false;
  }

  void cancel() {
    cancelled.set(true);
  }

  @Override
  public boolean isCancelled() {
    return cancelled.get();
  }

  @Override
  public void fail(String reason) {
    onFailure.accept(reason);
  }
}
