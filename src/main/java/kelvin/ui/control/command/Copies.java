package kelvin.ui.control.command;

import java.util.Optional;

/// A node that is no text but has something to copy while it has the focus.
public interface Copies {

  /// The text to copy; empty if nothing is selected.
  Optional<String> textToCopy();
}
