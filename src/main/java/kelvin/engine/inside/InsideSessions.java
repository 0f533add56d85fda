package kelvin.engine.inside;

import java.util.EnumMap;
import java.util.Map;
import kelvin.inference.Cancellation;
import kelvin.inference.GradientRuns;
import kelvin.inference.InferenceException;
import kelvin.inference.InnerRuns;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelInside;
import kelvin.inference.OpenedBeside;
import org.jspecify.annotations.Nullable;

/// The opened insides of a loaded model. Each is a copy of the model with other outputs, made when
/// it is first looked at and kept until this is closed. Nothing is made before.
///
/// Use it from one thread at a time, and close it before the model. The runs belong to it.
public final class InsideSessions implements OpenedBeside.Part {

  /// The parts of a model that need a copy of it.
  public enum Part {
    FEATURES,
    LAYERS,
    ATTENTION;

    private InnerRuns open(ModelInside inside) {
      return switch (this) {
        case FEATURES -> inside.openFeatures();
        case LAYERS -> inside.openLayers();
        case ATTENTION -> inside.openAttention();
      };
    }
  }

  private final LoadedModel loaded;
  private final Map<Part, InnerRuns> opened = new EnumMap<>(Part.class);
  private @Nullable GradientRuns gradients;
  private boolean closed;

  public InsideSessions(LoadedModel loaded) {
    this.loaded = loaded;
  }

  /// The copies that close with the model. Somebody who keeps the model open, as the window does,
  /// finds the same ones again.
  public static InsideSessions of(LoadedModel loaded) {
    return loaded.beside().part(InsideSessions.class, () -> new InsideSessions(loaded));
  }

  public boolean isOpen(Part part) {
    return opened.containsKey(part);
  }

  /// The runs that give the last hidden state.
  public InnerRuns features(Cancellation cancellation) {
    return open(Part.FEATURES, cancellation);
  }

  /// The runs that give the logits of each layer.
  public InnerRuns layers(Cancellation cancellation) {
    return open(Part.LAYERS, cancellation);
  }

  /// The runs that give the weights of attention.
  public InnerRuns attention(Cancellation cancellation) {
    return open(Part.ATTENTION, cancellation);
  }

  /// The runs that give gradients.
  ///
  /// @throws kelvin.inference.CancelledException if cancelled
  /// @throws InferenceException if an operator has no known derivative; the message names it
  public GradientRuns gradients(Cancellation cancellation) {
    requireOpen();
    cancellation.throwIfCancelled();
    var known = gradients;
    if (known != null) {
      return known;
    }
    var runs = Features.insideOf(loaded).openGradients();
    if (cancellation.isCancelled()) {
      runs.close();
    }
    cancellation.throwIfCancelled();
    gradients = runs;
    return runs;
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the insides are closed");
    }
  }

  /// Opens a part at the first call, which takes as long as to load the model.
  ///
  /// The runtime does not stop while it loads. A copy that is no longer wanted when it is ready is
  /// closed at once.
  ///
  /// @throws kelvin.inference.CancelledException if cancelled
  /// @throws InferenceException if the model does not show the part; the message says why
  public InnerRuns open(Part part, Cancellation cancellation) {
    requireOpen();
    cancellation.throwIfCancelled();
    var known = opened.get(part);
    if (known != null) {
      return known;
    }
    var runs = part.open(Features.insideOf(loaded));
    boolean kept = false;
    try {
      cancellation.throwIfCancelled();
      opened.put(part, runs);
      kept = true;
      return runs;
    } finally {
      if (!kept) {
        runs.close();
      }
    }
  }

  /// Closes all copies and frees their memory.
  @Override
  public void close() {
    closed = true;
    opened.values().forEach(InnerRuns::close);
    opened.clear();
    if (gradients != null) {
      gradients.close();
      gradients = null;
    }
  }
}
