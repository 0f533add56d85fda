package kelvin.engine.inside;

import java.util.HashMap;
import java.util.Map;
import kelvin.inference.LoadedModel;
import kelvin.inference.OpenedBeside;

/// The copies of a loaded model that give its inside, one for each part. They belong to the model
/// and close with it.
public final class InsideSessions implements OpenedBeside.Part {

  private final LoadedModel loaded;
  private final Map<InsidePart<?>, InsideCopy<?>> copies = new HashMap<>();

  private InsideSessions(LoadedModel loaded) {
    this.loaded = loaded;
  }

  /// The copies of a model, always the same ones. Call it on the thread that runs the model.
  public static InsideSessions of(LoadedModel loaded) {
    return loaded.beside().part(InsideSessions.class, () -> new InsideSessions(loaded));
  }

  /// The copy for a part, always the same one. It is not opened by this.
  // Each part has the copy of its own type.
  @SuppressWarnings("unchecked")
  public <R> InsideCopy<R> copy(InsidePart<R> part) {
    return (InsideCopy<R>)
        copies.computeIfAbsent(part, missing -> new InsideCopy<>(loaded, missing));
  }

  /// Closes all copies and frees their memory. A copy in use closes at the end of that use.
  @Override
  public void close() {
    copies.values().forEach(InsideCopy::close);
  }
}
