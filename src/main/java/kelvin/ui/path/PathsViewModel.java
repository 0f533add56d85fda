package kelvin.ui.path;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import kelvin.engine.ContinuationText;
import kelvin.engine.SlicedWork;
import kelvin.text.Vocabulary;
import kelvin.ui.model.beside.BorrowedModel;
import kelvin.workspace.paths.PathBranch;
import kelvin.workspace.paths.PathNode;
import kelvin.workspace.paths.PathTree;
import kelvin.workspace.paths.Paths;
import kelvin.workspace.token.Branch;
import kelvin.workspace.token.Continuation;
import kelvin.workspace.token.GeneratedToken;
import kelvin.workspace.token.ModelReference;

/// All paths, the tree that is shown, and the token of it that is looked at.
public final class PathsViewModel {

  private final ObjectProperty<Paths> paths = new SimpleObjectProperty<>(this, "paths", Paths.NONE);
  private final ObjectProperty<Optional<Place>> current =
      new SimpleObjectProperty<>(this, "current", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<PathTree>> tree =
      new ReadOnlyObjectWrapper<>(this, "tree", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<PathNode>> looked =
      new ReadOnlyObjectWrapper<>(this, "looked", Optional.empty());
  private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
  private final PlaygroundPath playground;
  private final PathTools tools;
  private Vocabulary vocabulary = Vocabulary.ofIds(0);
  private Optional<ModelReference> model = Optional.empty();
  private boolean isRecordOpen;

  /// The place where the current text ends.
  ///
  /// @param prompt the text before the tokens
  /// @param model the model that the ids belong to
  public record Place(String prompt, Optional<ModelReference> model, PathNode node) {}

  /// @param engine runs work on the inference thread
  /// @param replayModel the model of replays
  /// @param background reads and writes files
  public PathsViewModel(
      PlaygroundPath playground,
      Consumer<SlicedWork> engine,
      BorrowedModel replayModel,
      Executor background,
      Executor fxThread) {
    this.playground = playground;
    var place = new ShownPlace(this, playground);
    tools = new PathTools(place, engine, replayModel, background, fxThread);
    paths.subscribe((_, now) -> keepUp(now));
    current.subscribe((_, _) -> followCurrent());
  }

  /// Shows the tree of the same prompt as before, as it is now.
  private void keepUp(Paths now) {
    var before = tree.get();
    show(
        before
            .flatMap(shown -> now.find(shown.prompt(), shown.model()))
            .or(() -> currentTree(now))
            .or(() -> now.trees().reversed().stream().findFirst()));
  }

  private Optional<PathTree> currentTree(Paths now) {
    return current.get().flatMap(at -> now.find(at.prompt(), at.model()));
  }

  /// Looks at the place of the current text.
  private void followCurrent() {
    current
        .get()
        .ifPresent(
            at -> {
              show(currentTree(paths.get()));
              looked.set(tree.get().isPresent() ? Optional.of(at.node()) : Optional.empty());
            });
  }

  /// Shows another tree. What is looked at stays if the tree has it.
  private void show(Optional<PathTree> wanted) {
    var kept = looked.get().filter(node -> wanted.map(shown -> shown.has(node)).orElse(false));
    tree.set(wanted);
    looked.set(kept.or(() -> wanted.map(this::first)));
  }

  /// The node to look at first: that of the current text, or the end of the latest path.
  private PathNode first(PathTree shown) {
    return current
        .get()
        .map(Place::node)
        .filter(shown::has)
        .orElseGet(() -> shown.branches().getLast().end());
  }

  /// Shows the paths of another prompt.
  void choose(PathTree wanted) {
    if (tree.get().filter(shown -> shown == wanted).isEmpty()) {
      show(Optional.of(wanted));
    }
  }

  /// Looks at a token of the shown tree.
  public void look(PathNode node) {
    looked.set(Optional.of(node));
  }

  /// Looks at a token if the shown tree has it.
  void lookIfShown(PathNode node) {
    if (tree.get().filter(shown -> shown.has(node)).isPresent()) {
      looked.set(Optional.of(node));
    }
  }

  /// The path that is looked at: the first one through the token.
  public Optional<PathBranch> branch() {
    return tree.get().flatMap(shown -> looked.get().flatMap(shown::through));
  }

  /// The tokens of the current text, the first one first.
  public List<PathNode> currentPath() {
    return current.get().map(at -> at.node().path()).orElse(List.of());
  }

  /// True if the tokens up to the one that is looked at are the current text.
  public boolean isCurrent() {
    return looked.get().isPresent() && looked.get().equals(current.get().map(Place::node));
  }

  /// The tokens up to the one that is looked at as text: exactly, where the open model has them;
  /// else with white space made visible.
  String text() {
    return looked.get().map(this::text).orElse("");
  }

  private String text(PathNode node) {
    boolean isOpen =
        tree.get()
            .flatMap(PathTree::model)
            .flatMap(of -> model.map(of::sharesVocabulary))
            .orElse(false);
    return isOpen
        ? ContinuationText.of(vocabulary, ids(node)).text()
        : node.tokens().stream().map(GeneratedToken::text).collect(Collectors.joining());
  }

  /// Takes over another open model.
  ///
  /// @param record whether it is a record, so that nothing runs
  public void modelOpened(Vocabulary opened, Optional<ModelReference> reference, boolean record) {
    vocabulary = opened;
    model = reference;
    isRecordOpen = record;
    tools.record().modelOpened();
  }

  /// True if a record is open in the place of a model.
  boolean isRecordOpen() {
    return isRecordOpen;
  }

  private static List<Integer> ids(PathNode node) {
    return node.path().stream().map(PathNode::id).toList();
  }

  // Changes

  /// Makes the tokens up to the one that is looked at the current text.
  public void take() {
    looked
        .get()
        .ifPresent(
            node ->
                tree.get()
                    .ifPresent(
                        of ->
                            playground.take(
                                new Branch(
                                    of.prompt(), new Continuation(of.model(), node.tokens())))));
  }

  /// Makes a whole path of a tree the current text.
  void take(PathTree of, PathBranch branch) {
    playground.take(new Branch(of.prompt(), new Continuation(of.model(), branch.end().tokens())));
  }

  /// Gives the path that is looked at another name; an empty one changes nothing.
  public void rename(String name) {
    var words = name.strip();
    if (!words.isEmpty()) {
      change(branch -> new PathBranch(words, branch.colour(), branch.end()));
    }
  }

  /// @param colour the number of the colour, 0-based
  public void paint(int colour) {
    change(branch -> new PathBranch(branch.name(), colour, branch.end()));
  }

  private void change(UnaryOperator<PathBranch> change) {
    var shown = tree.get();
    branch()
        .filter(branch -> !change.apply(branch).equals(branch))
        .ifPresent(branch -> replace(shown.orElseThrow(), change, branch));
  }

  private void replace(PathTree shown, UnaryOperator<PathBranch> change, PathBranch branch) {
    paths.set(paths.get().changing(shown, shown.changing(branch, change)));
  }

  /// The reason why the token that is looked at cannot be removed; empty if it can.
  public String whyNotPrune() {
    if (looked.get().filter(node -> !node.isRoot()).isEmpty()) {
      return "Select a token; it and all that follow it are removed.";
    }
    return isOnCurrent(looked.get().get())
        ? "The current text goes through this token. Make another path current first."
        : "";
  }

  private boolean isOnCurrent(PathNode node) {
    return current.get().filter(at -> isOn(node, at.node())).isPresent();
  }

  private static boolean isOn(PathNode node, PathNode end) {
    var at = end;
    while (at.depth() > node.depth()) {
      at = at.parent().orElseThrow();
    }
    return at == node;
  }

  /// Removes the token that is looked at and all that follow it, where that is possible.
  public void prune() {
    if (whyNotPrune().isEmpty()) {
      var shown = tree.get().orElseThrow();
      var node = looked.get().orElseThrow();
      looked.set(node.parent());
      paths.set(paths.get().changing(shown, shown.without(node)));
    }
  }

  // Properties

  /// True while somebody looks at the page. A hidden tree is not drawn.
  public BooleanProperty shownProperty() {
    return shown;
  }

  /// The open model; empty for none.
  Optional<ModelReference> model() {
    return model;
  }

  /// The vocabulary of the open model.
  Vocabulary vocabulary() {
    return vocabulary;
  }

  PlaygroundPath playground() {
    return playground;
  }

  /// The tools that run the model.
  public PathTools tools() {
    return tools;
  }

  /// All paths. They are work: undo changes them, and a session keeps them.
  public ObjectProperty<Paths> pathsProperty() {
    return paths;
  }

  /// The place where the current text ends; empty while there is no tree for its prompt.
  public ObjectProperty<Optional<Place>> currentProperty() {
    return current;
  }

  /// The tree that is shown; empty while there is none.
  public ReadOnlyObjectProperty<Optional<PathTree>> treeProperty() {
    return tree.getReadOnlyProperty();
  }

  /// The token that is looked at; the root stands for the prompt.
  public ReadOnlyObjectProperty<Optional<PathNode>> lookedProperty() {
    return looked.getReadOnlyProperty();
  }

  /// The trees to choose from, the latest first.
  public List<PathTree> trees() {
    return paths.get().trees().reversed();
  }
}
