package kelvin.text.template.value;

import org.jspecify.annotations.Nullable;

/// Something that can be called: a function, a macro, or a method of a value.
///
/// @param parts what stands behind a dot, such as `length` of `loop`
public record Callable(String name, Body body, Parts parts) implements Value {

  /// The work of a call.
  @FunctionalInterface
  public interface Body {
    Value call(Arguments arguments, Host host);
  }

  /// Finds the part behind a dot.
  @FunctionalInterface
  public interface Parts {
    /// Null if there is no part of this name.
    @Nullable Value part(String name);
  }

  public Callable(String name, Body body) {
    this(name, body, _ -> null);
  }

  @Override
  public String kind() {
    return "the function '" + name + "'";
  }

  @Override
  public boolean isTrue() {
    return true;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
