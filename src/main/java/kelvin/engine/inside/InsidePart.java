package kelvin.engine.inside;

import java.util.function.Consumer;
import java.util.function.Function;
import kelvin.inference.GradientRuns;
import kelvin.inference.InnerRuns;
import kelvin.inference.ModelInside;

/// A part of a model that needs a copy of it.
///
/// @param <R> what runs the copy
public final class InsidePart<R> {

  /// The last hidden state.
  public static final InsidePart<InnerRuns> FEATURES =
      new InsidePart<>(ModelInside::openFeatures, InnerRuns::close);

  /// The logits of each layer.
  public static final InsidePart<InnerRuns> LAYERS =
      new InsidePart<>(ModelInside::openLayers, InnerRuns::close);

  /// The weights of attention.
  public static final InsidePart<InnerRuns> ATTENTION =
      new InsidePart<>(ModelInside::openAttention, InnerRuns::close);

  /// The gradients of a prediction.
  public static final InsidePart<GradientRuns> GRADIENTS =
      new InsidePart<>(ModelInside::openGradients, GradientRuns::close);

  private final Function<ModelInside, R> opening;
  private final Consumer<R> closing;

  private InsidePart(Function<ModelInside, R> opening, Consumer<R> closing) {
    this.opening = opening;
    this.closing = closing;
  }

  R open(ModelInside inside) {
    return opening.apply(inside);
  }

  void close(R runs) {
    closing.accept(runs);
  }
}
