package kelvin.ui.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import kelvin.app.AppAccess;
import kelvin.engine.label.LabelQuestion;
import kelvin.engine.label.LabelScorer;
import kelvin.inference.Cancellation;
import kelvin.inference.StartToken;
import kelvin.opening.ModelOpener;
import kelvin.prompt.Composition;
import kelvin.ui.plot.bars.LabelBar;
import kelvin.ui.plot.bars.LabelBars;
import kelvin.ui.task.FakeComposerFiles;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Composes prompts in the real window. After each action the prompt must be the composed one, and
/// the bars must show the engine's numbers for it.
class ComposerFxTest {

  private static final List<String> LABELS = List.of("sad", "unhappy");

  @RegisterExtension
  private static final WindowExtension WINDOW = WindowExtension.showing("Once upon a time");

  @TempDir private Path folder = Path.of("");
  private final OpenWindow window;

  ComposerFxTest(OpenWindow window) {
    this.window = window;
  }

  @BeforeEach
  void composeWithLabels() throws Exception {
    window.robot().clickOn("#compose-few-shot");
    settle();
    window.robot().clickOn("#open-labels").write(String.join(", ", LABELS) + "\n");
    settle();
  }

  @Test
  void theBarsFollowTheShotsAndTheExamples() throws Exception {
    assertComposed("Q: hot\nA: cold\nQ: big\nA: small\nQ: happy\nA:");

    slideTo(0);
    assertComposed("Q: happy\nA:");
    slideTo(4);
    assertComposed(
        "Q: hot\nA: cold\nQ: big\nA: small\nQ: fast\nA: slow\nQ: up\nA: down\nQ: happy\nA:");

    window.robot().clickOn("#add-example").write("in").push(KeyCode.TAB).write("out");
    settle();
    assertComposed(
        "Q: hot\nA: cold\nQ: big\nA: small\nQ: fast\nA: slow\nQ: up\nA: down\nQ: in\nA: out\nQ: happy\nA:");

    window.robot().clickOn(inRow(0, "used", CheckBox.class));
    settle();
    assertComposed(
        "Q: big\nA: small\nQ: fast\nA: slow\nQ: up\nA: down\nQ: in\nA: out\nQ: happy\nA:");
    assertEquals("muting an example", undoName());
  }

  @Test
  void examplesMoveByTheirHandleAndByKeyboard() throws Exception {
    var handle = inRow(2, "handle", Node.class);
    Bounds first = Fx.get(() -> onScreen(inRow(0, "handle", Node.class)));
    Bounds from = Fx.get(() -> onScreen(handle));
    window
        .robot()
        .moveTo(new Point2D(from.getCenterX(), from.getCenterY()))
        .press(MouseButton.PRIMARY)
        .moveBy(0, -10)
        .moveTo(new Point2D(first.getCenterX(), first.getCenterY()))
        .release(MouseButton.PRIMARY);
    settle();
    assertComposed("Q: fast\nA: slow\nQ: hot\nA: cold\nQ: happy\nA:");
    assertEquals("moving an example", undoName());

    window.robot().clickOn(inRow(1, "input", Node.class)).push(KeyCode.ALT, KeyCode.UP);
    settle();
    assertComposed("Q: hot\nA: cold\nQ: fast\nA: slow\nQ: happy\nA:");

    undo();
    assertComposed("Q: fast\nA: slow\nQ: hot\nA: cold\nQ: happy\nA:");
    undo();
    assertComposed("Q: hot\nA: cold\nQ: big\nA: small\nQ: happy\nA:");
  }

  @Test
  void aTableIsImportedAndUndone() throws Exception {
    var files = new FakeComposerFiles();
    files.table =
        Files.writeString(
            folder.resolve("opposites.csv"), "word,n,opposite\nold,1,new\nwet,2,dry\nlost\n");
    Fx.run(
        () -> {
          window.playground().prompt().tasks().setFiles(files, folder);
        });

    window.robot().clickOn("#import-examples");
    window.waitUntil(() -> Window.getWindows().size() > 1);
    var dialog = Window.getWindows().getLast();
    window.waitUntil(() -> !dialog.getScene().lookup("#import-replace").isDisabled());
    chooseColumn(dialog, "import-output", 2);
    window.robot().clickOn(dialog.getScene().lookup("#import-replace"));
    settle();

    assertComposed("Q: old\nA: new\nQ: wet\nA: dry\nQ: happy\nA:");
    assertTrue(window.text("table-message").startsWith("2 examples added. Line 4: it has 1 cell"));
    assertEquals("importing 2 examples", undoName());
    undo();
    assertComposed("Q: hot\nA: cold\nQ: big\nA: small\nQ: happy\nA:");
  }

  private static void chooseColumn(Window dialog, String id, int column) {
    Fx.run(
        () -> {
          @SuppressWarnings("unchecked")
          var box = (javafx.scene.control.ChoiceBox<Integer>) dialog.getScene().lookup("#" + id);
          box.setValue(column);
        });
  }

  @Test
  void whatWasComposedIsSavedAndOpenedAgain() throws Exception {
    var file = folder.resolve("composed.kelvin");
    window.questions().choose(file);
    slideTo(3);
    window.robot().clickOn("#shuffle-examples");
    settle();
    var composed = prompt();
    var bars = bars();
    window.robot().push(KeyCode.SHORTCUT, KeyCode.S);
    window.waitUntil(() -> !window.session().dirtyProperty().get());

    window.robot().push(KeyCode.SHORTCUT, KeyCode.N);
    window.waitUntil(() -> prompt().equals("Once upon a time"));
    settle();
    assertEquals(List.of(), bars());
    window.robot().push(KeyCode.SHORTCUT, KeyCode.O);
    window.waitUntil(() -> prompt().equals(composed));
    settle();

    assertEquals(bars, bars());
    assertEquals(
        Composition.FEW_SHOT,
        Fx.get(() -> window.playground().prompt().compositionProperty().get()));
  }

  @Test
  void whatEachExampleDoesIsTheDifferenceOfTwoScores() throws Exception {
    double all = logProbability(prompt(), " sad");
    double withoutFirst = logProbability("Q: big\nA: small\nQ: happy\nA:", " sad");

    var effects = Fx.get(() -> window.playground().prompt().effects().effectsProperty().get());

    assertEquals("sad", effects.answer());
    assertEquals(all - withoutFirst, effects.changes().getOrDefault(0, Double.NaN), 1e-9);
    assertEquals(2, effects.changes().size());
  }

  // Actions of the user

  private void slideTo(int shots) throws Exception {
    var slider = window.find("shots", Slider.class);
    Fx.run(
        () -> {
          slider.requestFocus();
        });
    while (Fx.get(slider::getValue) > shots) {
      window.robot().push(KeyCode.LEFT);
    }
    while (Fx.get(slider::getValue) < shots) {
      window.robot().push(KeyCode.RIGHT);
    }
    settle();
  }

  private void undo() throws Exception {
    var before = prompt();
    Fx.run(
        () -> {
          window.session().undo();
        });
    window.waitUntil(() -> !prompt().equals(before));
    settle();
  }

  private void settle() throws Exception {
    window.waitForAnswer();
    window.waitUntil(
        () ->
            !window.playground().labels().staleProperty().get()
                && !window.playground().prompt().effects().staleProperty().get());
  }

  /// Finds a part of a row of the table by its type, from left to right.
  private <T extends Node> T inRow(int row, String part, Class<T> type) {
    return Fx.get(
        () -> {
          var list = (Parent) window.root().lookup("#examples");
          var line =
              list.lookupAll(".example-row").stream()
                  .sorted((a, b) -> Double.compare(onScreen(a).getMinY(), onScreen(b).getMinY()))
                  .skip(row)
                  .findFirst()
                  .orElseThrow();
          var parts = ((Parent) line).getChildrenUnmodifiable();
          return type.cast(parts.get(List.of("handle", "used", "input").indexOf(part)));
        });
  }

  private static Bounds onScreen(Node node) {
    return node.localToScreen(node.getLayoutBounds());
  }

  // Shown values

  private void assertComposed(String expected) throws Exception {
    assertEquals(expected, prompt());
    var bars = bars();
    assertEquals(LABELS, bars.stream().map(LabelBar::label).toList());
    for (var bar : bars) {
      assertEquals(logProbability(expected, " " + bar.label()), bar.logProbability(), 1e-9);
      assertEquals(Math.exp(bar.logProbability()), bar.probability(), 1e-12);
    }
    double shares = bars.stream().mapToDouble(LabelBar::share).sum();
    assertEquals(1, shares, 1e-12);
  }

  private List<LabelBar> bars() {
    Fx.settle();
    return Fx.get(() -> window.find("label-bars", LabelBars.class).barsProperty().get());
  }

  /// Computed with a model of the test's own.
  private static double logProbability(String prompt, String label) throws Exception {
    try (var model =
        ModelOpener.withoutTrial(1, AppAccess.cache())
            .load(AppAccess.bundledModel(), new Cancellation())) {
      var question = new LabelQuestion(prompt, List.of(label), StartToken.AUTO);
      return new LabelScorer(model)
          .score(question, new Cancellation())
          .labels()
          .getFirst()
          .logProbability();
    }
  }

  private String prompt() {
    return Fx.get(() -> window.playground().prompt().textProperty().get());
  }

  private String undoName() {
    return Fx.get(() -> window.session().undoNameProperty().get());
  }
}
