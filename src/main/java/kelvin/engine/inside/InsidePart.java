package kelvin.engine.inside;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import kelvin.inference.GradientRuns;
import kelvin.inference.InnerRuns;
import kelvin.inference.ModelInside;

/// A part of a model that needs a copy of it.
///
/// @param <R> what runs the copy
public final class InsidePart<R> {

  /// The last hidden state.
  public static final InsidePart<InnerRuns> FEATURES =
      new InsidePart<>(ModelInside::openFeatures, ModelInside::memory, InnerRuns::close);

  /// The logits of each layer.
  public static final InsidePart<InnerRuns> LAYERS =
      new InsidePart<>(ModelInside::openLayers, ModelInside::memory, InnerRuns::close);

  /// The weights of attention.
  public static final InsidePart<InnerRuns> ATTENTION =
      new InsidePart<>(ModelInside::openAttention, ModelInside::memory, InnerRuns::close);

  /// The gradients of a prediction.
  public static final InsidePart<GradientRuns> GRADIENTS =
      new InsidePart<>(
          ModelInside::openGradients, ModelInside::memoryOfGradients, GradientRuns::close);

  private final Function<ModelInside, R> opening;
  private final ToLongFunction<ModelInside> memory;
  private final Consumer<R> closing;

  private InsidePart(
      Function<ModelInside, R> opening, ToLongFunction<ModelInside> memory, Consumer<R> closing) {
    this.opening = opening;
    this.memory = memory;
    this.closing = closing;
  }

  R open(ModelInside inside) {
    return opening.apply(inside);
  }

  /// The memory that the copy takes, in bytes: an upper estimate.
  long memory(ModelInside inside) {
    return memory.applyAsLong(inside);
  }

  void close(R runs) {
    closing.accept(runs);
  }
}
