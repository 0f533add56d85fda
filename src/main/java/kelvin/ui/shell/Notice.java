package kelvin.ui.shell;

import java.util.Optional;

/// A sentence above the panels: something was put aside, or went wrong.
///
/// @param bringBack restores what was put aside; none for what went wrong
public record Notice(String sentence, Optional<Runnable> bringBack) {

  static Notice aside(String sentence, Runnable bringBack) {
    return new Notice(sentence, Optional.of(bringBack));
  }

  static Notice problem(String sentence) {
    return new Notice(sentence, Optional.empty());
  }

  boolean isProblem() {
    return bringBack.isEmpty();
  }
}
