package kelvin.text.template.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/// Collects the names that the bodies of macros mention: a macro takes further arguments only if
/// it mentions `varargs` or `kwargs`.
final class NamesInUse {

  private final Deque<Set<String>> bodies = new ArrayDeque<>();

  void begin() {
    bodies.push(new HashSet<>());
  }

  Set<String> end() {
    return bodies.pop();
  }

  void add(String name) {
    bodies.forEach(body -> body.add(name));
  }
}
