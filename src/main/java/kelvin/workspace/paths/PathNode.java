package kelvin.workspace.paths;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import kelvin.workspace.token.GeneratedToken;
import org.jspecify.annotations.Nullable;

/// A token after a prompt with all tokens before it. Paths share the nodes of their common
/// beginning. Immutable; two nodes are equal only if they are the same object.
public final class PathNode {

  private final @Nullable PathNode parent;
  private final @Nullable GeneratedToken token;
  private final Optional<StepSettings> settings;
  private final int depth;
  private final double logProbability;

  private PathNode(
      @Nullable PathNode parent, @Nullable GeneratedToken token, Optional<StepSettings> settings) {
    this.parent = parent;
    this.token = token;
    this.settings = settings;
    depth = parent == null ? 0 : parent.depth + 1;
    logProbability =
        parent == null || token == null ? 0 : parent.logProbability + token.own().logProbability();
  }

  /// The place after the prompt, before any token.
  public static PathNode root() {
    return new PathNode(null, null, Optional.empty());
  }

  /// Makes a node for a token after this one.
  ///
  /// @param made the settings that made the step; empty if they are not known
  public PathNode then(GeneratedToken next, Optional<StepSettings> made) {
    return new PathNode(this, next, made);
  }

  public boolean isRoot() {
    return parent == null;
  }

  /// The node before this one; empty for the root.
  public Optional<PathNode> parent() {
    return Optional.ofNullable(parent);
  }

  /// The token of this node. The root has none.
  public GeneratedToken token() {
    if (token == null) {
      throw new IllegalStateException("there is no token before the first step");
    }
    return token;
  }

  public int id() {
    return token().draw().id();
  }

  /// The settings that made the step; empty if they are not known.
  public Optional<StepSettings> settings() {
    return settings;
  }

  /// The number of tokens up to this one.
  public int depth() {
    return depth;
  }

  /// ln of the model's own joint probability of all tokens up to this one, at τ = 1, nats.
  public double logProbability() {
    return logProbability;
  }

  /// The nodes from the first token to this one, without the root.
  public List<PathNode> path() {
    var nodes = new ArrayList<PathNode>(depth);
    for (var at = this; at.parent != null; at = at.parent) {
      nodes.add(at);
    }
    Collections.reverse(nodes);
    return nodes;
  }

  /// The tokens up to this one.
  public List<GeneratedToken> tokens() {
    return path().stream().map(PathNode::token).toList();
  }

  /// True if both have the same tokens with the same numbers and settings, whichever objects hold
  /// them.
  boolean isSameAs(PathNode other) {
    if (depth != other.depth) {
      return false;
    }
    var mine = this;
    var theirs = other;
    while (mine != theirs) {
      if (mine.parent == null || theirs.parent == null) {
        return mine.parent == theirs.parent;
      }
      if (!mine.token().equals(theirs.token()) || !mine.settings.equals(theirs.settings)) {
        return false;
      }
      mine = mine.parent;
      theirs = theirs.parent;
    }
    return true;
  }

  /// True if the path to this node has these tokens, numbers included.
  public boolean hasTokens(List<GeneratedToken> tokens) {
    if (depth != tokens.size()) {
      return false;
    }
    for (var at = this; at.parent != null; at = at.parent) {
      if (!at.token().equals(tokens.get(at.depth - 1))) {
        return false;
      }
    }
    return true;
  }
}
