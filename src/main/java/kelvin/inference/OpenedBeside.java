package kelvin.inference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Holds what is opened beside a model at the first need, such as copies of its graph. All of it
/// belongs to the model and closes before it.
///
/// Use it from the thread that runs the model.
public final class OpenedBeside implements AutoCloseable {

  private final Map<Class<?>, Part> parts = new LinkedHashMap<>();

  /// Something that is opened at most once for each model.
  public interface Part extends AutoCloseable {

    @Override
    void close();
  }

  /// The part of a type; made at the first call.
  public <P extends Part> P part(Class<P> type, Supplier<P> make) {
    return type.cast(parts.computeIfAbsent(type, _ -> make.get()));
  }

  /// Closes all parts, those that were made last first.
  @Override
  public void close() {
    var made = new ArrayList<>(parts.values());
    parts.clear();
    made.reversed().forEach(Part::close);
  }
}
