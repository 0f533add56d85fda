package kelvin.ui.path.tool;

import java.util.List;
import java.util.Optional;
import kelvin.engine.path.PathStart;
import kelvin.text.Vocabulary;
import kelvin.workspace.paths.PathBranch;
import kelvin.workspace.paths.PathNode;
import kelvin.workspace.paths.StepSettings;
import kelvin.workspace.token.ModelReference;

/// The page as its tools see it: the token from which they go on, and where new paths go.
public interface PathPlace {

  /// The reason why the open model cannot go on from the token that is looked at; empty if it can.
  String whyNot();

  /// True if a model or a record is open.
  boolean isOpen();

  /// The reason why no model can run now; empty if one can.
  String whyNoModel();

  /// The model that the ids of the shown tree belong to; empty if it is not known.
  Optional<ModelReference> model();

  /// The prompt of the shown tree alone.
  PathStart prompt();

  /// The token that is looked at; the root stands for the prompt.
  PathNode node();

  /// The path that is looked at: the first one through the token.
  Optional<PathBranch> branch();

  /// All paths of the shown tree.
  List<PathBranch> branches();

  /// The sampling of the playground.
  StepSettings settings();

  /// The vocabulary of the open model.
  Vocabulary vocabulary();

  /// Makes a path that grows after the prompt, in the tree that is shown now.
  ///
  /// @param settings those of its tokens
  GrowingPath grow(StepSettings settings);

  /// Looks at a token of the shown tree.
  void look(PathNode node);

  /// The prompt with the tokens up to the one that is looked at.
  default PathStart start() {
    var prompt = prompt();
    return new PathStart(prompt.prompt(), prompt.startToken(), ids(node()));
  }

  /// The ids of the tokens up to a node.
  static List<Integer> ids(PathNode node) {
    return node.path().stream().map(PathNode::id).toList();
  }
}
