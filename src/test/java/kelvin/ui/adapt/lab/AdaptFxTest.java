package kelvin.ui.adapt.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import kelvin.experiment.adapt.AdaptMethod;
import kelvin.experiment.adapt.AdaptPoint;
import kelvin.experiment.tuning.Depth;
import kelvin.ui.evaluation.form.SplitChoice;
import kelvin.ui.figure.FigureFormat;
import kelvin.ui.lab.LabSection;
import kelvin.ui.playground.Page;
import kelvin.ui.plot.sweep.CurvesPlot;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import kelvin.workspace.adaptation.AdaptationFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Compares methods in the real window on the bundled model, as a user does. If these fail, a
/// comparison cannot be watched, stopped, saved or opened, or a point leads to another prompt.
class AdaptFxTest {

  @RegisterExtension
  private static final WindowExtension WINDOW = WindowExtension.showing("Once upon a time");

  private static final String TABLE =
      """
      text,label,part
      a red ball,toy,train
      a warm soup,food,train
      a small doll,toy,train
      a sweet cake,food,train
      a toy car,toy,test
      a ripe apple,food,test
      """;

  @TempDir private Path folder = Path.of("");
  private final OpenWindow window;
  private final AdaptViewModel adapt;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();

  AdaptFxTest(OpenWindow window) {
    this.window = window;
    adapt = window.playground().pages().adapt();
  }

  @BeforeEach
  void chooseSomeTexts() throws Exception {
    var file = Files.writeString(folder.resolve("things.csv"), TABLE);
    Fx.run(
        () -> {
          adapt.setThread(thread);
          adapt.form().data().open(file);
          adapt.form().examplesProperty().set("0,2");
          adapt.form().seedsProperty().set("1");
        });
    window.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
    window.waitUntil(() -> adapt.form().data().rawProperty().get().isPresent());
    Fx.run(
        () -> {
          adapt.form().data().splitProperty().set(SplitChoice.COLUMN);
          adapt.form().data().splitColumnProperty().set("part");
        });
  }

  @AfterEach
  void endTheThread() throws Exception {
    Fx.run(adapt::forget);
    thread.shutdown();
    assertTrue(thread.awaitTermination(30, TimeUnit.SECONDS));
  }

  private void compare(AdaptMethod... methods) throws Exception {
    Fx.run(
        () ->
            AdaptMethod.ALL.forEach(
                each -> adapt.form().method(each).set(List.of(methods).contains(each))));
    window.waitUntil(
        () ->
            adapt.form().plannedProperty().get() instanceof AdaptPlanned.Ready ready
                && ready.origin().setup().extent().methods().equals(List.of(methods))
                && ready.origin().setup().pool().size() == 4);
    window.robot().clickOn("#adapt-start");
  }

  private AdaptRun finished() throws Exception {
    window.waitUntil(() -> !adapt.list().results().isEmpty());
    return adapt.list().results().getFirst();
  }

  private String prompt() throws Exception {
    return Fx.get(() -> window.playground().prompt().textProperty().get());
  }

  private AdaptPoint point(AdaptRun run, AdaptMethod method) {
    return run.adaptation().points().stream()
        .filter(each -> each.method() == method)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void methodsAreComparedAndAPointLeadsToItsPromptAndBack() throws Exception {
    compare(AdaptMethod.FEW_SHOT, AdaptMethod.HEAD);
    var run = finished();
    assertEquals(3, run.adaptation().points().size());
    assertFalse(run.adaptation().facts().partial());
    // It follows what was measured.
    window.waitUntil(() -> window.text("adapt-estimate").contains("estimate"));

    // The first curve's first point, by keys.
    Fx.run(() -> window.find("adapt-curves", CurvesPlot.class).requestFocus());
    window.robot().type(KeyCode.RIGHT, KeyCode.ENTER);

    var chosen = point(run, AdaptMethod.FEW_SHOT);
    assertEquals(0, chosen.examples());
    window.waitUntil(() -> prompt().equals(chosen.made().prompt().replace("{x}", "a toy car")));
    assertTrue(window.text("adapt-chosen").contains("Undo"), window.text("adapt-chosen"));
    window.robot().clickOn("#adapt-go");
    assertEquals(Page.PLAYGROUND, window.playground().pages().pageProperty().get());
    Fx.run(() -> window.session().undo());
    window.waitUntil(() -> prompt().equals("Once upon a time"));
  }

  @Test
  void whatWasLearnedLeadsToItsTraining() throws Exception {
    compare(AdaptMethod.HEAD);
    var run = finished();
    Fx.run(() -> adapt.lead().follow(run, point(run, AdaptMethod.HEAD)));
    window.robot().clickOn("#adapt-go");

    var lab = window.playground().pages().lab();
    assertEquals(LabSection.FINETUNE, lab.sectionProperty().get());
    var form = window.playground().pages().tuning().form();
    assertEquals(Depth.HEAD, form.depthProperty().get());
    assertEquals("2", form.examplesProperty().get());
    window.waitUntil(() -> form.data().splitColumnProperty().get().equals("part"));
    assertEquals("things.csv", form.data().dataProperty().get().title());
  }

  @Test
  void aCancelKeepsWhatIsMeasuredAndMarksIt() throws Exception {
    Fx.run(() -> adapt.form().seedsProperty().set("1000"));
    compare(AdaptMethod.FEW_SHOT);
    window.waitUntil(
        () ->
            adapt
                .runningProperty()
                .get()
                .filter(run -> !run.adaptation().points().isEmpty())
                .isPresent());
    window.robot().clickOn("#adapt-cancel");

    var facts = finished().adaptation().facts();
    assertTrue(facts.partial());
    assertTrue(window.text("adapt-conditions").contains("a part"));
    window.robot().clickOn("#adapt-tab-table");
    assertTrue(window.text("adapt-result-notes").contains("Cancelled after"));
    assertFalse(adapt.progress().runningProperty().get());
  }

  @Test
  void aComparisonIsSavedAndOpenedAgain() throws Exception {
    compare(AdaptMethod.FEW_SHOT);
    var run = finished();
    for (var format : FigureFormat.values()) {
      var file = folder.resolve("things" + format.ending());
      window.labExports().adaptations().save(run.adaptation(), format, file);
      window.waitUntil(() -> Files.exists(file) && Files.size(file) > 0);
    }
    Fx.run(() -> adapt.open(folder.resolve("things.json")));
    window.waitUntil(() -> adapt.list().results().size() == 2);

    var opened = adapt.list().results().getFirst();
    assertEquals(AdaptationFile.text(run.adaptation()), AdaptationFile.text(opened.adaptation()));
    // Without the data, the prompt is there with the place of the input.
    var first = opened.adaptation().points().getFirst();
    Fx.run(() -> adapt.lead().follow(opened, first));
    window.waitUntil(() -> prompt().equals(first.made().prompt()));

    var broken = Files.writeString(folder.resolve("broken.json"), "{}");
    Fx.run(() -> adapt.open(broken));
    window.waitUntil(() -> !adapt.problemProperty().get().isEmpty());
    assertTrue(window.text("adapt-problem").contains("no comparison"));
    assertEquals(2, adapt.list().results().size());
  }

  @Test
  void aRefusalDoesNotMoveTheListBelow() throws Exception {
    window.waitUntil(() -> window.text("adapt-estimate").contains("estimate"));
    double before = topOfList();
    Fx.run(() -> adapt.form().seedsProperty().set("none"));
    window.waitUntil(() -> window.isShown("adapt-problem"));

    assertEquals(before, topOfList());
    Fx.run(() -> adapt.form().seedsProperty().set("1"));
    window.waitUntil(() -> window.text("adapt-estimate").contains("estimate"));
    assertEquals(before, topOfList());
  }

  private double topOfList() {
    Fx.settle();
    return Fx.get(
        () -> {
          var list = window.root().lookup("#adapt-open-result");
          return list.localToScene(list.getBoundsInLocal()).getMinY();
        });
  }
}
