package kelvin.ui.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import kelvin.display.InformationUnit;
import kelvin.display.ProbabilityScale;
import kelvin.prompt.Example;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Layout;
import kelvin.prompt.Trial;
import kelvin.prompt.sweep.SweepKind;
import kelvin.ui.figure.FigureFormat;
import kelvin.ui.playground.Page;
import kelvin.ui.plot.PointPlot;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import kelvin.workspace.SweepFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Tests the lab in the real window, on the bundled model.
class LabFxTest {

  private static final FewShotPrompt PROMPT =
      new FewShotPrompt(
          "",
          List.of(
              new Example("1 ~ 1", "2"),
              new Example("4 ~ 3", "7"),
              new Example("2 ~ 6", "8"),
              new Example("5 ~ 1", "6"),
              new Example("3 ~ 6", "9")),
          5,
          Layout.QUESTIONS,
          "2 ~ 3");

  @RegisterExtension
  private static final WindowExtension WINDOW = WindowExtension.showing("Once upon a time");

  @TempDir private Path folder = Path.of("");
  private final OpenWindow window;
  private final LabViewModel lab;

  LabFxTest(OpenWindow window) {
    this.window = window;
    lab = window.playground().pages().lab();
  }

  @BeforeEach
  void openTheLab() throws Exception {
    Fx.run(
        () ->
            window
                .playground()
                .prompt()
                .composer()
                .take(new Trial(PROMPT, List.of(), Optional.empty(), false)));
    window.waitForAnswer();
    window.robot().push(KeyCode.ALT, KeyCode.DIGIT4);
    window.waitUntil(() -> window.playground().pages().pageProperty().get() == Page.LAB);
    type("sweep-answer", "5");
  }

  @Test
  void everyOrderOfFiveExamplesIsRunByAClickForLessThanItsNaiveCost() throws Exception {
    choose(SweepKind.ORDER);
    window.waitUntil(() -> lab.estimate().textProperty().get().contains("tokens to run"));
    assertTrue(window.text("sweep-estimate").startsWith("120 prompts, "));

    window.robot().clickOn("#sweep-start");
    window.waitUntil(() -> lab.results().size() == 1);

    var result = results().getFirst().result();
    assertEquals(120, result.outcomes().stream().map(o -> o.variant().order()).distinct().count());
    var cost = result.facts().cost();
    assertTrue(cost.tokensRun() < cost.tokensNaive(), cost.toString());
    assertEquals("Order sweep – 2 ~ 3", window.find("sweep-name", TextField.class).getText());
  }

  @Test
  void aSweepThatIsCancelledLeavesNoResultAndTheWindowAnswersOn() throws Exception {
    choose(SweepKind.ORDER);
    window.waitUntil(() -> lab.estimate().possibleProperty().get());
    Fx.run(
        () -> {
          lab.start();
          lab.cancel();
        });

    window.waitUntil(() -> !lab.runningProperty().get());
    Fx.run(() -> window.playground().prompt().replaceText("She saw a"));
    window.waitForAnswer();

    assertTrue(results().isEmpty());
    assertFalse(window.find("sweep-progress", javafx.scene.Node.class).getParent().isVisible());
  }

  @Test
  void aPromptIsAnsweredWhileASweepRuns() throws Exception {
    choose(SweepKind.ORDER);
    window.waitUntil(() -> lab.estimate().possibleProperty().get());
    Fx.run(
        () -> {
          lab.start();
          window.playground().prompt().replaceText("She saw a");
        });
    window.waitForAnswer();

    window.waitUntil(() -> lab.results().size() == 1);

    assertEquals(120, results().getFirst().result().outcomes().size());
  }

  @Test
  void aClickedPointOffersToLoadItsPromptAndChangesNothingByItself() throws Exception {
    run(SweepKind.ORDER);
    var before = Fx.get(() -> window.playground().prompt().textProperty().get());
    var plot = window.find("sweep-plot", PointPlot.class);

    Fx.run(() -> plot.selectedProperty().set(2));
    window.waitUntil(() -> !window.find("sweep-load", javafx.scene.Node.class).isDisabled());

    assertEquals(before, Fx.get(() -> window.playground().prompt().textProperty().get()));
    assertEquals("", lab.restoredProperty().get());

    window.robot().clickOn("#sweep-load");
    window.waitUntil(() -> !lab.restoredProperty().get().isEmpty());
  }

  @Test
  void pointingAtAPointMovesNothing() throws Exception {
    run(SweepKind.SHOTS);
    var plot = window.find("sweep-plot", PointPlot.class);
    var left = window.find("sweeps", javafx.scene.Node.class);
    var before = Fx.get(() -> left.localToScene(left.getLayoutBounds()));
    var plotBefore = Fx.get(() -> plot.localToScene(plot.getLayoutBounds()));

    pointAtSomething(plot);

    assertFalse(Fx.get(() -> plot.wordsProperty().get()).isEmpty());
    assertEquals(before, Fx.get(() -> left.localToScene(left.getLayoutBounds())));
    assertEquals(plotBefore, Fx.get(() -> plot.localToScene(plot.getLayoutBounds())));
  }

  @Test
  void choosingAPointMovesNothing() throws Exception {
    run(SweepKind.SHOTS);
    var plot = window.find("sweep-plot", PointPlot.class);
    var left = window.find("sweeps", javafx.scene.Node.class);
    var before = Fx.get(() -> left.localToScene(left.getLayoutBounds()));
    var plotBefore = Fx.get(() -> plot.localToScene(plot.getLayoutBounds()));

    Fx.run(() -> plot.selectedProperty().set(1));
    Fx.settle();

    assertEquals(before, Fx.get(() -> left.localToScene(left.getLayoutBounds())));
    assertEquals(plotBefore, Fx.get(() -> plot.localToScene(plot.getLayoutBounds())));
  }

  /// Moves the mouse over the plot until it meets a point.
  private void pointAtSomething(PointPlot plot) {
    var area = Fx.get(() -> plot.localToScreen(plot.getLayoutBounds()));
    for (double y = area.getMinY() + 1; y < area.getMaxY(); y += 8) {
      for (double x = area.getMinX() + 1; x < area.getMaxX(); x += 8) {
        window.robot().moveTo(x, y);
        if (!Fx.get(() -> plot.wordsProperty().get()).isEmpty()) {
          return;
        }
      }
    }
  }

  @Test
  void theScaleShowsTheProbabilityOnALogAxis() throws Exception {
    run(SweepKind.SHOTS);
    assertFalse(summary().contains("log scale"), summary());

    window.robot().clickOn("#sweep-scale-log");
    Fx.settle();

    assertTrue(summary().contains("probability of the right answer, log scale"), summary());
  }

  private String summary() {
    return Fx.get(() -> window.find("sweep-plot", PointPlot.class).getAccessibleText());
  }

  @Test
  void aPointIsChosenByKeyboardAndItsPromptStandsInThePlayground() throws Exception {
    run(SweepKind.ORDER);

    Fx.run(() -> window.find("sweep-plot", javafx.scene.Node.class).requestFocus());
    window.robot().push(KeyCode.RIGHT);
    window.robot().push(KeyCode.ENTER);
    window.waitUntil(() -> !lab.restoredProperty().get().isEmpty());
    window.robot().clickOn("#sweep-go");

    assertEquals(Page.PLAYGROUND, Fx.get(() -> window.playground().pages().pageProperty().get()));
    window.waitForAnswer();
    var composed = Fx.get(() -> window.playground().prompt().fewShot().promptProperty().get());
    var variants =
        results().getFirst().result().outcomes().stream().map(o -> o.variant().trial().prompt());
    assertTrue(variants.anyMatch(composed::equals), composed.toString());
    assertEquals(
        composed.render(), Fx.get(() -> window.playground().prompt().textProperty().get()));

    window.waitUntil(() -> window.session().undoNameProperty().get().length() > 0);
    window.robot().push(KeyCode.SHORTCUT, KeyCode.Z);
    window.waitUntil(
        () -> window.playground().prompt().fewShot().promptProperty().get().equals(PROMPT));
  }

  @Test
  void sweepsAreSortedAndRemovedInTheList() throws Exception {
    run(SweepKind.SHOTS);
    run(SweepKind.LEAVE_ONE_OUT);
    @SuppressWarnings("unchecked")
    ListView<LabResult> list = window.find("sweeps", ListView.class);
    assertEquals(SweepKind.LEAVE_ONE_OUT, first(list));

    @SuppressWarnings("unchecked")
    ChoiceBox<ResultOrder> order = window.find("sweep-order", ChoiceBox.class);
    Fx.run(() -> order.setValue(ResultOrder.NEWEST));
    assertEquals(SweepKind.LEAVE_ONE_OUT, first(list));
    Fx.run(() -> lab.rename("Z, the last by name"));
    Fx.run(() -> order.setValue(ResultOrder.NAME));
    assertEquals(SweepKind.SHOTS, first(list));

    Fx.run(list::requestFocus);
    window.robot().push(KeyCode.DELETE);
    window.waitUntil(() -> lab.results().size() == 1);
    window.robot().clickOn("#sweep-bring-back");

    assertEquals(2, results().size());
  }

  @Test
  void aSweepIsExportedAsPictureAndAsItsNumbers() throws Exception {
    run(SweepKind.SHOTS);
    var shown = results().getFirst();
    var exports = window.labExports().sweeps();

    for (var format : FigureFormat.values()) {
      var file = folder.resolve("sweep" + format.ending());
      exports.save(
          shown, new SweepLook(ProbabilityScale.SHARE, InformationUnit.BITS), format, file);
      window.waitUntil(() -> Files.exists(file) && Files.size(file) > 0);
    }

    var again = SweepFile.read(folder.resolve("sweep.json"));
    assertEquals(shown.result().outcomes(), again.outcomes());
    var svg = Files.readString(folder.resolve("sweep.svg"));
    assertTrue(svg.contains("mean over 10 shuffles"), svg);
    assertEquals(
        shown.result().outcomes().size() + 1,
        Files.readAllLines(folder.resolve("sweep.csv")).size());
  }

  @Test
  void theSessionKeepsTheSweeps() throws Exception {
    run(SweepKind.LEAVE_ONE_OUT);
    var before = results();
    var file = folder.resolve("lab.kelvin");
    window.questions().choose(file);

    window.robot().push(KeyCode.SHORTCUT, KeyCode.S);
    window.waitUntil(() -> !window.session().dirtyProperty().get());
    window.robot().push(KeyCode.SHORTCUT, KeyCode.N);
    window.waitUntil(() -> lab.results().isEmpty());
    window.robot().push(KeyCode.SHORTCUT, KeyCode.O);
    window.waitUntil(() -> lab.results().size() == 1);

    assertEquals(before, results());
    assertFalse(Fx.get(() -> window.session().dirtyProperty().get()));
  }

  private void run(SweepKind kind) throws Exception {
    int before = results().size();
    choose(kind);
    Fx.run(() -> lab.start());
    window.waitUntil(() -> lab.results().size() == before + 1);
  }

  private void choose(SweepKind kind) {
    Fx.run(() -> lab.form().kindProperty().set(kind));
  }

  private void type(String id, String text) {
    Fx.run(() -> window.find(id, TextField.class).setText(text));
  }

  private List<LabResult> results() {
    return Fx.get(() -> List.copyOf(lab.results()));
  }

  private static SweepKind first(ListView<LabResult> list) {
    return Fx.get(() -> list.getItems().getFirst().result().kind());
  }
}
