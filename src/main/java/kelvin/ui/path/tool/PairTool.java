package kelvin.ui.path.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import kelvin.engine.path.Alignment;
import kelvin.engine.path.AlignmentWork;
import kelvin.engine.path.PathStart;
import kelvin.ui.control.Numbers;
import kelvin.ui.work.ToolRun;
import kelvin.workspace.paths.PathBranch;
import kelvin.workspace.paths.PathNode;
import kelvin.workspace.token.GeneratedToken;

/// Puts two paths side by side: where they part, and how far apart the model's expectations are at
/// each later step.
public final class PairTool {

  private final PathPlace place;
  private final ToolRun run;
  private final ToolRun taking;
  private final ObjectProperty<Optional<PathBranch>> other =
      new SimpleObjectProperty<>(this, "other", Optional.empty());
  private final ReadOnlyObjectWrapper<List<Row>> rows =
      new ReadOnlyObjectWrapper<>(this, "rows", List.of());
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(this, "sentence", "");
  private List<PathNode> first = List.of();
  private List<PathNode> second = List.of();

  /// A step of both paths.
  ///
  /// @param number the number of tokens before it
  /// @param first the token of the first path; empty beyond its end
  /// @param kl KL(first ‖ second) of the distributions before the tokens, nats; NaN while unknown
  public record Row(
      int number,
      Optional<GeneratedToken> first,
      Optional<GeneratedToken> second,
      double kl,
      double totalVariation) {

    static String text(Optional<GeneratedToken> token) {
      return token.map(GeneratedToken::text).orElse("");
    }

    static double probability(Optional<GeneratedToken> token) {
      return token.map(of -> StrictMath.exp(of.own().logProbability())).orElse(Double.NaN);
    }

    boolean isSame() {
      return first.isPresent()
          && second.isPresent()
          && first.get().draw().id() == second.get().draw().id();
    }
  }

  /// @param run compares
  /// @param taking makes paths
  public PairTool(PathPlace place, ToolRun run, ToolRun taking) {
    this.place = place;
    this.run = run;
    this.taking = taking;
  }

  /// Lets the selected token be followed by the tokens that the other path has after the same step:
  /// the paths part there and go on alike.
  void join() {
    var why = whyNotJoin();
    if (!why.isEmpty()) {
      taking.refuse(why);
      return;
    }
    var ids = new ArrayList<>(PathPlace.ids(place.node()));
    var others = PathPlace.ids(other.get().orElseThrow().end());
    ids.addAll(others.subList(ids.size(), others.size()));
    sentence.set(
        "Token "
            + place.node().depth()
            + " is followed by "
            + Numbers.tokens(others.size() - place.node().depth())
            + " of "
            + other.get().orElseThrow().name()
            + " now. Undo takes them back.");
    PathDrawing.take(taking, place, ids);
  }

  private String whyNotJoin() {
    if (!place.whyNot().isEmpty()) {
      return place.whyNot();
    }
    if (other.get().isEmpty() || place.node().isRoot()) {
      return "Select a token of a path that another one is to be joined to.";
    }
    var mine = PathPlace.ids(place.node());
    var others = PathPlace.ids(other.get().get().end());
    if (others.size() <= mine.size()) {
      return "The other path ends at token "
          + others.size()
          + ": it has nothing to follow the selected one. Select an earlier token.";
    }
    return Alignment.common(mine, others) == mine.size()
        ? "Both paths have the selected token. Select one behind the place where they part."
        : "";
  }

  /// The paths that the one that is looked at can be compared with.
  List<PathBranch> others() {
    var mine = place.branch();
    return place.branches().stream().filter(branch -> !mine.equals(Optional.of(branch))).toList();
  }

  /// Compares the path that is looked at with the chosen one.
  void start() {
    var mine = place.branch();
    if (mine.isEmpty() || other.get().isEmpty()) {
      run.refuse("Two paths are needed: go back and take another token first.");
      return;
    }
    first = mine.get().end().path();
    second = other.get().get().end().path();
    var ids = PathPlace.ids(mine.get().end());
    var others = PathPlace.ids(other.get().get().end());
    show(new Alignment(Alignment.common(ids, others), List.of()));
    var why = place.whyNot();
    if (!why.isEmpty()) {
      run.refuse(why);
      return;
    }
    var prompt = place.prompt();
    run.begin(
        onFailed ->
            new AlignmentWork(
                new PathStart(prompt.prompt(), prompt.startToken(), ids),
                new PathStart(prompt.prompt(), prompt.startToken(), others),
                run.latest(this::told),
                onFailed));
  }

  private void told(Alignment alignment) {
    show(alignment);
    if (alignment.common() + alignment.steps().size() >= Math.min(first.size(), second.size())) {
      run.end();
    }
  }

  private void show(Alignment alignment) {
    var all = new ArrayList<Row>();
    for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
      int after = i - alignment.common() - 1;
      boolean isKnown = after >= 0 && after < alignment.steps().size();
      boolean isCommon = i <= alignment.common();
      all.add(
          new Row(
              i,
              token(first, i),
              token(second, i),
              isCommon ? 0 : isKnown ? alignment.steps().get(after).kl() : Double.NaN,
              isCommon ? 0 : isKnown ? alignment.steps().get(after).totalVariation() : Double.NaN));
    }
    rows.set(List.copyOf(all));
    sentence.set(words(alignment));
  }

  private static Optional<GeneratedToken> token(List<PathNode> path, int at) {
    return at < path.size() ? Optional.of(path.get(at).token()) : Optional.empty();
  }

  private String words(Alignment alignment) {
    int common = alignment.common();
    boolean parts = common < first.size() && common < second.size();
    return (parts ? "They part at token " + (common + 1) : "One goes on where the other ends")
        + ", after "
        + Numbers.tokens(common)
        + " in common. Their probabilities are "
        + PathWords.probability(end(first))
        + " and "
        + PathWords.probability(end(second))
        + ".";
  }

  private static double end(List<PathNode> path) {
    return path.isEmpty() ? 0 : path.getLast().logProbability();
  }

  void cancel() {
    run.cancel();
  }

  /// The path to compare with.
  ObjectProperty<Optional<PathBranch>> otherProperty() {
    return other;
  }

  /// The steps of both paths, the first one first.
  public ReadOnlyObjectProperty<List<Row>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  ToolRun taking() {
    return taking;
  }

  public ToolRun run() {
    return run;
  }
}
