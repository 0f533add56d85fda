package kelvin.ui.path.tool;

import kelvin.engine.replay.ReplayWork.Drawn;
import kelvin.workspace.paths.PathNode;

/// A path that gets tokens one after the other.
public interface GrowingPath {

  /// Adds a token after those that were added before.
  ///
  /// @return its node, which is an old one where a path has the same tokens
  PathNode add(Drawn drawn);
}
