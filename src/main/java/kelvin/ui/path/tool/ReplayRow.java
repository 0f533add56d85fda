package kelvin.ui.path.tool;

import java.util.Optional;
import kelvin.engine.replay.ReplayWork.Drawn;
import kelvin.workspace.paths.PathNode;
import kelvin.workspace.token.GeneratedToken;

/// A step of a path beside the same step of its replay.
///
/// @param recorded the token of the path; empty beyond its end
/// @param text of the token of the replay
/// @param node of that token in the tree; empty if another model drew it
record ReplayRow(Optional<PathNode> recorded, Drawn drawn, String text, Optional<PathNode> node) {

  /// The number of the token, from 1.
  int number() {
    return drawn.step().step() + 1;
  }

  /// The random number of both; NaN if none was needed.
  double u() {
    return drawn.step().u();
  }

  String recordedText() {
    return recorded.map(PathNode::token).map(GeneratedToken::text).orElse("");
  }

  /// The probability of the path's token when it was drawn, from 0 to 1; NaN beyond its end.
  double recordedProbability() {
    return recorded
        .map(path -> StrictMath.exp(path.token().own().logProbability()))
        .orElse(Double.NaN);
  }

  /// The probability of the replay's token by the model that drew it, from 0 to 1.
  double probability() {
    return StrictMath.exp(drawn.own().logProbability());
  }

  /// True if the replay has another token than the path.
  boolean differs() {
    return recorded.map(path -> path.id() != drawn.step().id()).orElse(false);
  }

  /// True if both have the token.
  boolean isSame() {
    return recorded.isPresent() && !differs();
  }
}
