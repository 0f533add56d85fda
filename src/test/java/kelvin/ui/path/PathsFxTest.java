package kelvin.ui.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import kelvin.app.AppAccess;
import kelvin.ui.figure.FigureFormat;
import kelvin.ui.generation.Step;
import kelvin.ui.path.figure.StepTable;
import kelvin.ui.path.figure.TreeFigure;
import kelvin.ui.playground.Page;
import kelvin.ui.plot.tree.IciclePlot;
import kelvin.ui.plot.tree.PathMap;
import kelvin.ui.plot.tree.TreePlot;
import kelvin.ui.session.Questions.Unsaved;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import kelvin.workspace.paths.LargeTree;
import kelvin.workspace.paths.PathBranch;
import kelvin.workspace.paths.PathNode;
import kelvin.workspace.paths.PathTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// If these tests fail, taking another token loses the tokens that were there, or a path cannot be
/// found, named, pruned, undone or kept in a session.
class PathsFxTest {

  @RegisterExtension
  static final WindowExtension WINDOW = WindowExtension.showing("Once upon a time");

  @TempDir private Path folder = Path.of("");

  private final OpenWindow window;

  PathsFxTest(OpenWindow window) {
    this.window = window;
  }

  private PathsViewModel paths() {
    return window.playground().pages().paths();
  }

  private List<PathBranch> branches() {
    return Fx.get(() -> paths().treeProperty().get().map(PathTree::branches).orElse(List.of()));
  }

  private List<Integer> ids() {
    return window.steps().stream().map(Step::tokenId).toList();
  }

  private static List<Integer> ids(PathBranch branch) {
    return branch.end().path().stream().map(node -> node.id()).toList();
  }

  private void back() throws Exception {
    int before = window.tokenCount();
    Fx.run(() -> window.playground().generation().back());
    window.waitUntil(() -> window.tokenCount() == before - 1);
  }

  /// Draws three tokens, goes back by two and takes another one in place of the second.
  private void makeTwoPaths() throws Exception {
    window.draw(3);
    back();
    back();
    int second = branches().getFirst().end().path().get(1).id();
    int other = Fx.get(() -> window.shown().logits().tokenAtRank(1));
    int rank = other == second ? 2 : 1;
    Fx.run(() -> window.playground().distribution().force(rank));
    window.waitForAnswer();
  }

  private TreePlot page() throws Exception {
    Fx.run(() -> window.playground().pages().pageProperty().set(Page.PATHS));
    Fx.settle();
    var plot = window.find("path-tree", TreePlot.class);
    Fx.run(plot::requestFocus);
    return plot;
  }

  private void press(KeyCode... keys) {
    window.robot().press(keys).release(keys);
    Fx.settle();
  }

  @Test
  void takingAnotherTokenKeepsBothPaths() throws Exception {
    makeTwoPaths();

    assertEquals(2, branches().size());
    assertEquals(3, ids(branches().getFirst()).size());
    assertEquals(ids(), ids(branches().get(1)));
    assertTrue(branches().get(1).end().settings().isPresent());
  }

  @Test
  void theMapBesideTheTimelineLeadsToAnotherPathAndIsNotThereForOne() throws Exception {
    assertFalse(window.isShown("path-map"));
    makeTwoPaths();
    assertTrue(window.isShown("path-map"));
    var first = ids(branches().getFirst());
    var map = window.find("path-map", PathMap.class);

    Fx.run(map::requestFocus);
    press(KeyCode.HOME);
    press(KeyCode.ENTER);
    window.waitForAnswer();

    assertEquals(first, ids());
    assertEquals(2, branches().size());
    Fx.run(window.session()::undo);
    window.waitForAnswer();
    assertEquals(ids(branches().get(1)), ids());
  }

  @Test
  void joiningLetsAnotherTokenBeFollowedByTheRestOfTheFirstPath() throws Exception {
    makeTwoPaths();
    var first = ids(branches().getFirst());
    var second = ids(branches().get(1));
    page();
    var tools = paths().tools();
    Fx.run(() -> tools.shownProperty().set(PathTool.PAIR));
    Fx.settle();
    var join = window.find("pair-join", Button.class);

    Fx.run(join::fire);
    window.waitUntil(() -> ids(branches().get(1)).size() == 3);

    assertEquals(second, ids(branches().get(1)).subList(0, 2));
    assertEquals(first.getLast(), ids(branches().get(1)).getLast());
    assertEquals(first, ids(branches().getFirst()));
    Fx.run(window.session()::undo);
    Fx.settle();
    assertEquals(second, ids(branches().get(1)));

    Fx.run(() -> paths().look(branches().getFirst().end().path().getFirst()));
    Fx.run(join::fire);
    assertTrue(window.text("pair-join-problem").startsWith("Both paths have"));
  }

  @Test
  void theKeyboardMakesAnotherPathTheCurrentText() throws Exception {
    makeTwoPaths();
    var first = ids(branches().getFirst());
    page();

    press(KeyCode.UP);
    press(KeyCode.END);
    press(KeyCode.ENTER);
    window.waitForAnswer();

    assertEquals(first, ids());
    assertEquals(2, branches().size());

    Fx.run(window.session()::undo);
    window.waitForAnswer();
    assertEquals(ids(branches().get(1)), ids());
  }

  @Test
  void theTokenThatIsLookedAtIsInSightWhenThePageOpens() throws Exception {
    window.draw(40);
    var plot = page();

    int end = Fx.get(() -> plot.selectedProperty().get());
    double x = Fx.get(() -> plot.xOf(end));
    assertEquals(40, looked().depth());
    assertTrue(x > 0 && x < plot.getWidth(), x + " of " + plot.getWidth());
    assertTrue(Fx.get(() -> plot.scrollXProperty().get()) > 0, "the path fits without scrolling");
  }

  @Test
  void aPathOfTenThousandTokensIsWalkedAndPrunedLikeAShortOne() throws Exception {
    window.draw(1);
    var drawn = Fx.get(() -> paths().treeProperty().get().orElseThrow());
    var before = Fx.get(() -> paths().pathsProperty().get());
    var large = LargeTree.onePath(PathTree.of("another prompt", drawn.model()), 10_000);
    Fx.run(() -> paths().pathsProperty().set(before.with(large)));
    var plot = page();
    Fx.run(() -> paths().choose(large));

    Fx.run(plot::requestFocus);
    press(KeyCode.HOME);
    assertEquals(0, looked().depth());
    press(KeyCode.END);
    assertEquals(10_000, looked().depth());
    press(KeyCode.LEFT);
    press(KeyCode.LEFT);
    assertEquals(9_998, looked().depth());

    press(KeyCode.DELETE);
    assertEquals(9_997, ids(branches().getFirst()).size());
  }

  private PathNode looked() {
    return Fx.get(() -> paths().lookedProperty().get().orElseThrow());
  }

  @Test
  void pruningAndNamingAreUndone() throws Exception {
    makeTwoPaths();
    var plot = page();
    press(KeyCode.UP);
    press(KeyCode.END);

    press(KeyCode.F2);
    Fx.run(() -> window.find("path-name", TextField.class).setText("the first one"));
    press(KeyCode.ENTER);
    assertEquals("the first one", branches().getFirst().name());
    assertEquals("name of a path", Fx.get(() -> window.session().undoNameProperty().get()));

    Fx.run(plot::requestFocus);
    press(KeyCode.DELETE);
    assertEquals(2, ids(branches().getFirst()).size());
    press(KeyCode.DELETE);
    assertEquals(1, branches().size());

    Fx.run(window.session()::undo);
    Fx.run(window.session()::undo);
    assertEquals(3, ids(branches().getFirst()).size());
    Fx.run(window.session()::undo);
    assertEquals("path 1", branches().getFirst().name());
  }

  @Test
  void aReplayAtAnotherTemperatureMakesAPathWithTheSameRandomNumbers() throws Exception {
    window.draw(4);
    var drawn = branches().getFirst();
    var tools = paths().tools();
    page();
    Fx.run(() -> tools.shownProperty().set(PathTool.REPLAY));
    Fx.run(() -> window.find("replay-temperature", TextField.class).setText("9"));
    Fx.run(() -> window.find("replay", Button.class).fire());
    window.waitUntil(() -> branches().size() == 2 && !tools.replay().run().runningProperty().get());

    var replayed = branches().get(1);
    for (int i = 0; i < 4; i++) {
      assertEquals(
          drawn.end().path().get(i).token().draw().u(),
          replayed.end().path().get(i).token().draw().u());
    }
    assertTrue(Fx.get(() -> tools.replay().sentenceProperty().get()).contains("first difference"));
    assertEquals(ids(drawn), ids());
  }

  @Test
  void anExpansionTellsWhatIsCoveredAndMakesPaths() throws Exception {
    window.draw(1);
    var tools = paths().tools();
    page();
    Fx.run(() -> tools.shownProperty().set(PathTool.EXPAND));
    Fx.run(() -> window.find("expand-depth", TextField.class).setText("2"));
    Fx.run(() -> window.find("expand-budget", TextField.class).setText("8"));
    Fx.run(() -> window.find("expand-beam", TextField.class).setText("2"));
    Fx.run(() -> window.find("expand", Button.class).fire());
    window.waitUntil(() -> !tools.expand().run().runningProperty().get());

    var sentence = Fx.get(() -> tools.expand().sentenceProperty().get());
    assertTrue(sentence.contains("unexplored") && sentence.contains("The beam"), sentence);
    var plot = window.find("icicle", IciclePlot.class);
    assertEquals(4, plot.picture().walked().size(), "two beginnings in each of two steps");
    Fx.run(plot::requestFocus);
    press(KeyCode.DOWN);
    press(KeyCode.DOWN);
    press(KeyCode.ENTER);
    window.waitUntil(() -> ids(branches().getFirst()).size() == 3);
    assertEquals(1, ids().size());
  }

  @Test
  void anotherModelInTheMiddleOfAnExpansionLosesNothing() throws Exception {
    makeTwoPaths();
    var before = branches().stream().map(PathsFxTest::ids).toList();
    var tools = paths().tools();
    page();
    Fx.run(() -> tools.shownProperty().set(PathTool.EXPAND));
    Fx.run(() -> window.find("expand-budget", TextField.class).setText("5000"));
    Fx.run(() -> window.find("expand-mass", TextField.class).setText("100"));
    Fx.run(() -> window.find("expand", Button.class).fire());
    window.waitUntil(() -> !tools.expand().pictureProperty().get().isEmpty());

    window.open(AppAccess.bundledModel());
    window.waitUntil(() -> !tools.expand().run().runningProperty().get());

    assertTrue(Fx.get(() -> tools.expand().run().problemProperty().get()).contains("model"));
    assertFalse(Fx.get(() -> tools.expand().pictureProperty().get().isEmpty()));
    assertEquals(before, branches().stream().map(PathsFxTest::ids).toList());
  }

  @Test
  void theTreeIsSavedAsAFigureAndAsNumbers() throws Exception {
    makeTwoPaths();
    page();
    var figure =
        Fx.get(
            () -> {
              var drawn = new DrawnTree(paths().treeProperty().get().orElseThrow());
              return new TreeFigure(drawn.picture(), drawn.tree(), drawn.order(), -1);
            });
    var exports = window.labExports().paths();
    for (var format : FigureFormat.values()) {
      var file = folder.resolve("tree" + format.ending());
      Fx.run(() -> exports.save(figure, format, file));
      window.waitUntil(() -> Files.exists(file));
    }

    var rows = Files.readAllLines(folder.resolve("tree.csv"));
    assertEquals(1 + 4, rows.size());
    assertTrue(rows.getFirst().startsWith("node,parent,step,id,token"));
    assertTrue(Files.readString(folder.resolve("tree.svg")).contains("path 2"));
    assertEquals(
        2,
        JsonParser.parseString(Files.readString(folder.resolve("tree.json")))
            .getAsJsonObject()
            .getAsJsonArray("paths")
            .size());
    assertEquals(5, StepTable.of(branches().getFirst().end()).markdown().lines().count());
  }

  @Test
  void twoPathsStandSideBySide() throws Exception {
    makeTwoPaths();
    window.draw(1);
    var tools = paths().tools();
    page();
    Fx.run(() -> tools.shownProperty().set(PathTool.PAIR));
    Fx.run(() -> window.find("pair", Button.class).fire());
    window.waitUntil(() -> !tools.pair().run().runningProperty().get());

    var rows = Fx.get(() -> tools.pair().rowsProperty().get());
    assertEquals(0, rows.get(1).kl());
    assertTrue(rows.get(2).kl() > 0);
    assertTrue(
        Fx.get(() -> tools.pair().sentenceProperty().get()).startsWith("They part at token 2"));
  }

  @Test
  void thePathOfTheCurrentTextIsNotPruned() throws Exception {
    makeTwoPaths();
    page();

    press(KeyCode.DELETE);

    assertEquals(2, branches().size());
    assertTrue(Fx.get(() -> window.find("path-prune", Node.class).isDisabled()));
  }

  @Test
  void aSessionKeepsThePathsAndOneOfBeforeOpensWithOne() throws Exception {
    makeTwoPaths();
    var before = branches().stream().map(PathsFxTest::ids).toList();
    var file = folder.resolve("two.kelvin");
    window.questions().choose(file);
    Fx.run(window.session()::save);
    window.waitUntil(() -> Files.exists(file) && !window.session().dirtyProperty().get());
    window.questions().answer(Unsaved.LET_GO);
    Fx.run(window.session()::begin);
    window.waitUntil(() -> branches().isEmpty());

    Fx.run(() -> window.session().openFile(file));
    window.waitUntil(() -> branches().size() == 2);
    assertEquals(before, branches().stream().map(PathsFxTest::ids).toList());

    var text = Files.readString(file);
    var old = folder.resolve("old.kelvin");
    Files.writeString(old, text.replace("\"paths\":", "\"x-paths\":"));
    Fx.run(() -> window.session().openFile(old));
    window.waitUntil(() -> branches().size() == 1);
    assertEquals(ids(), ids(branches().getFirst()));
    assertFalse(Fx.get(() -> window.session().dirtyProperty().get()));
  }
}
