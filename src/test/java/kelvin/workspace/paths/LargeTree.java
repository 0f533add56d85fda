package kelvin.workspace.paths;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import kelvin.distribution.DrawMode;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.TokenScore;
import kelvin.engine.GeneratedStep;
import kelvin.workspace.token.GeneratedToken;

/// Makes trees of paths that part at random places.
public final class LargeTree {

  /// Ids that the tokenizer of the tests has, too.
  private static final int IDS = 200;

  private LargeTree() {}

  /// The nodes of a tree, the root first.
  ///
  /// @param count the number of tokens
  /// @param length of the paths, in tokens
  public static List<PathNode> nodes(int count, int length, Random random) {
    var tree = PathTree.of("the prompt", Optional.empty());
    var settings = new StepSettings(SamplerChain.NEUTRAL, DrawMode.INVERSE_CDF, 1);
    var nodes = new ArrayList<PathNode>();
    var known = new HashSet<PathNode>();
    nodes.add(tree.root());
    while (tree.size() < count) {
      var from = nodes.get(random.nextInt(nodes.size()));
      var tokens = new ArrayList<>(from.path().stream().map(PathNode::token).toList());
      int end = Math.min(length, from.depth() + count - tree.size());
      for (int step = from.depth(); step < end; step++) {
        tokens.add(token(step, random.nextInt(IDS)));
      }
      var grown = Paths.NONE.grow(tree, from, tokens, Optional.of(settings));
      tree = grown.tree();
      // A token that was there already is no new one.
      grown.end().path().stream().filter(known::add).forEach(nodes::add);
    }
    return nodes;
  }

  /// A tree of one path.
  ///
  /// @param empty the tree of a prompt, without tokens
  /// @param length of the path, in tokens
  public static PathTree onePath(PathTree empty, int length) {
    var tokens = IntStream.range(0, length).mapToObj(step -> token(step, step % IDS)).toList();
    return Paths.NONE.grow(empty, empty.root(), tokens, Optional.empty()).tree();
  }

  private static GeneratedToken token(int step, int id) {
    return new GeneratedToken(
        new GeneratedStep(step, id, 0.1, 0.1, 1, Double.NaN, 0.5, 9),
        "t" + id,
        step,
        TokenScore.of(new float[IDS], id),
        false);
  }
}
