package kelvin.ui.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import kelvin.app.AppAccess;
import kelvin.engine.GeneratedStep;
import kelvin.engine.Generation;
import kelvin.engine.path.PathStart;
import kelvin.engine.replay.RecordedPath;
import kelvin.engine.replay.Replay;
import kelvin.inference.Cancellation;
import kelvin.inference.StartToken;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import kelvin.opening.ModelOpener;
import kelvin.ui.path.tool.ReplayTool;
import kelvin.ui.playground.Page;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import kelvin.workspace.paths.PathBranch;
import kelvin.workspace.paths.PathNode;
import kelvin.workspace.paths.PathTree;
import kelvin.workspace.token.GeneratedToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A replay by another model in the real window. If these fail, the first difference between two
/// exports comes from something else than the models, or the tree mixes the numbers of both.
class ReplayFxTest {

  private static final String PROMPT = "the cat";

  @RegisterExtension private static final WindowExtension WINDOW = WindowExtension.showing(PROMPT);

  @TempDir private Path folder = Path.of("");
  private final OpenWindow window;

  ReplayFxTest(OpenWindow window) {
    this.window = window;
  }

  @BeforeEach
  void drawAPathAndShowThePage() throws Exception {
    window.open(toy("one", 1));
    window.waitUntil(() -> window.playground().model().nameProperty().get().equals("one"));
    window.waitForAnswer();
    window.draw(6);
    Fx.run(
        () -> {
          window.playground().pages().pageProperty().set(Page.PATHS);
          paths().tools().shownProperty().set(PathTool.REPLAY);
        });
  }

  private Path toy(String name, long seed) throws Exception {
    return ToyFolder.write(folder.resolve(name), ToyModel.small(seed));
  }

  private PathsViewModel paths() {
    return window.playground().pages().paths();
  }

  private ReplayTool tool() {
    return paths().tools().replay();
  }

  private List<PathBranch> branches() {
    return Fx.get(() -> paths().treeProperty().get().map(PathTree::branches).orElse(List.of()));
  }

  private void replayBy(Path model) throws Exception {
    Fx.run(() -> tool().model().choose(Optional.of(model)));
    window.waitUntil(() -> !tool().model().sentenceProperty().get().contains("Looking"));
    press("replay");
    window.waitUntil(() -> !tool().busyProperty().get());
  }

  private void press(String button) throws Exception {
    Fx.run(() -> window.find(button, Button.class).fire());
  }

  private String sentence() {
    return Fx.get(() -> tool().sentenceProperty().get());
  }

  private int rows() {
    return Fx.get(() -> window.find("replay-rows", TableView.class).getItems().size());
  }

  /// The path of the window, drawn again by another model without a window.
  private Replay expected(PathBranch path, Path other) throws Exception {
    var steps = path.end().path().stream().map(PathNode::token).map(GeneratedToken::draw).toList();
    var made = path.end().settings().orElseThrow();
    var settings = new Generation.Settings(made.chain(), made.mode(), made.seed(), steps.size());
    try (var loaded =
        ModelOpener.withoutTrial(1, folder.resolve("cache")).load(other, new Cancellation())) {
      var context = new PathStart(PROMPT, StartToken.AUTO, List.of()).in(loaded).ids();
      return Replay.of(
          new RecordedPath(context, settings, steps),
          loaded.model(),
          settings,
          0,
          _ -> {},
          new Cancellation());
    }
  }

  @Test
  void anotherModelDrawsWithTheSameRandomNumbersAndLeavesTheTreeAlone() throws Exception {
    var other = toy("two", 2);
    var path = branches().getFirst();

    replayBy(other);

    var expected = expected(path, other);
    int first = expected.firstDifference().orElseThrow();
    assertTrue(sentence().startsWith("The first difference is token " + (first + 1) + ":"));
    assertEquals(expected.steps().size(), rows());
    assertEquals(1, branches().size());

    press("replay-take");
    window.waitUntil(() -> branches().size() == 2);
    window.waitUntil(
        () ->
            expected.steps().stream()
                .map(GeneratedStep::id)
                .toList()
                .equals(branches().get(1).end().path().stream().map(PathNode::id).toList()));
  }

  @Test
  void aCopyOfTheModelDrawsThePathAgain() throws Exception {
    replayBy(toy("copy", 1));

    assertEquals("The first 6 tokens are the same.", sentence());
  }

  @Test
  void aModelWithOtherTokensIsRefused() throws Exception {
    replayBy(AppAccess.bundledModel());

    var problem = Fx.get(() -> tool().run().problemProperty().get());
    assertTrue(problem.contains("has other tokens than these paths"), problem);
    assertEquals("", sentence());
    assertEquals(0, rows());
  }

  @Test
  void whatTheOtherModelTakesIsSaidBeforeItIsOpened() throws Exception {
    Fx.run(() -> tool().model().choose(Optional.of(folder.resolve("one"))));
    window.waitUntil(
        () -> tool().model().sentenceProperty().get().contains("is the model that is open"));
    assertTrue(Fx.get(() -> tool().model().name().isEmpty()));

    var other = toy("two", 2);
    Fx.run(() -> tool().model().choose(Optional.of(other)));
    window.waitUntil(() -> tool().model().sentenceProperty().get().contains("of memory more"));
    assertFalse(Fx.get(() -> tool().busyProperty().get()));
  }
}
