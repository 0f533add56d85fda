package kelvin.text.template.syntax;

import java.util.List;

/// The names that a value is assigned to.
public sealed interface Target {

  record Name(String name) implements Target {}

  /// Each gets one item.
  record Several(List<Target> targets) implements Target {
    public Several {
      targets = List.copyOf(targets);
    }
  }

  /// A part of a namespace.
  record Part(String namespace, String name) implements Target {}
}
