package kelvin.ui.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import kelvin.ui.evaluation.form.Planned;
import kelvin.ui.evaluation.run.EvaluatedRun;
import kelvin.ui.evaluation.run.EvaluationsViewModel;
import kelvin.ui.plot.evaluation.ConfusionPlot;
import kelvin.ui.plot.evaluation.RiskPlot;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Does with labelled data what a user does, in the real window on the bundled model. If these
/// fail, nobody can measure a prompt in the window, or an item leads to another prompt than its
/// own.
class EvaluationFxTest {

  @RegisterExtension
  private static final WindowExtension WINDOW = WindowExtension.showing("Once upon a time");

  @TempDir private Path folder = Path.of("");
  private final OpenWindow window;
  private final EvaluationsViewModel evaluations;

  EvaluationFxTest(OpenWindow window) {
    this.window = window;
    evaluations = window.playground().pages().evaluation().runs();
  }

  @BeforeEach
  void chooseKindsOfThings() throws Exception {
    Fx.run(() -> window.playground().pages().evaluate());
    choose("Kinds of things");
  }

  @Test
  void aTaskIsMeasuredByAClickAndItsAccuracyIsTheFirstThingToRead() throws Exception {
    window.robot().clickOn("#evaluation-start");
    window.waitUntil(() -> !evaluations.runs().isEmpty());

    assertEquals(8, run(0).evaluation().items().size());
    assertTrue(window.text("evaluation-accuracy").endsWith(" %"));
    assertTrue(window.text("evaluation-interval").contains(" of 8 right"));
    assertTrue(window.isShown("evaluation-confusion"));
  }

  @Test
  void anItemIsComposedInThePlaygroundAsOneChangeThatUndoTakesBack() throws Exception {
    evaluate();
    var before = text();

    show("items", "evaluation-items");
    var table = window.find("evaluation-items", TableView.class);
    Fx.run(
        () -> {
          table.requestFocus();
          table.getSelectionModel().select(2);
        });
    window.robot().push(KeyCode.ENTER);
    window.waitUntil(() -> !text().equals(before));

    assertEquals(run(0).measured().trials().get(2).prompt().render(), text());
    assertTrue(window.text("evaluation-restored").contains("test 3"));
    assertTrue(window.isShown("evaluation-go"));

    Fx.run(() -> window.session().undo());
    window.waitUntil(() -> text().equals(before));
  }

  @Test
  void whatWasMeasuredBeforeACancelStaysAndIsMarkedAsAPart() throws Exception {
    choose("Reviews");
    window.robot().clickOn("#evaluation-start");
    window.waitUntil(() -> evaluations.progress().shareProperty().get() > 0);
    window.robot().clickOn("#evaluation-cancel");
    window.waitUntil(() -> !evaluations.progress().runningProperty().get());

    assertTrue(run(0).evaluation().facts().extent().partial());
    assertFalse(run(0).evaluation().items().isEmpty());
    assertTrue(window.isShown("evaluation-result-notes"));
  }

  @Test
  void theThresholdIsDraggedAndSaysWhatItMeans() throws Exception {
    evaluate();
    show("trust", "evaluation-risk");
    var plot = window.find("evaluation-risk", RiskPlot.class);
    var from = Fx.get(() -> plot.localToScreen(plot.xOf(1), plot.getHeight() / 2));
    var to = Fx.get(() -> plot.localToScreen(plot.xOf(0.2), plot.getHeight() / 2));

    window.robot().moveTo(from).press(MouseButton.PRIMARY);
    window.robot().moveTo(to).release(MouseButton.PRIMARY);

    window.waitUntil(() -> window.text("evaluation-threshold").contains("2 of 8 texts"));
    assertTrue(plot.thresholdProperty().get() > 0);
  }

  @Test
  void aCellOfTheConfusionMatrixListsItsItems() throws Exception {
    evaluate();
    var plot = window.find("evaluation-confusion", ConfusionPlot.class);
    Fx.run(
        () -> {
          plot.requestFocus();
          plot.selectedProperty().set(0);
        });
    window.robot().push(KeyCode.ENTER);
    window.waitUntil(() -> window.isShown("evaluation-items"));

    assertTrue(window.isShown("evaluation-cell"));
    assertTrue(window.text("evaluation-count").contains("of 8 items"));
  }

  @Test
  void aCorrectionIsFittedOnTheTrainPartAndJudgedOnTheTestPart() throws Exception {
    choose("Reviews");
    Fx.run(() -> evaluations.form().limitProperty().set("12"));
    window.waitUntil(
        () -> planned() instanceof Planned.Ready ready && ready.plan().data().test().size() == 12);
    evaluate();
    show("correct", "evaluation-fit");

    window.robot().clickOn("#evaluation-fit");
    window.waitUntil(() -> window.playground().pages().evaluation().corrections().isFitted());

    assertTrue(window.isShown("evaluation-corrected-reliability"));
    assertTrue(window.text("evaluation-fit-words").startsWith("Fitted on 142 items"));
    assertTrue(window.text("evaluation-sets").contains("Promised"));
  }

  @Test
  void twoRunsAreComparedOnTheirCommonItems() throws Exception {
    evaluate();
    Fx.run(() -> evaluations.form().shotsProperty().set("1"));
    window.waitUntil(
        () -> planned() instanceof Planned.Ready ready && ready.plan().shown().size() == 1);
    Fx.run(() -> evaluations.start());
    window.waitUntil(() -> evaluations.runs().size() == 2);
    show("compare", "evaluation-other");

    Fx.run(() -> window.find("evaluation-other", ChoiceBox.class).getSelectionModel().select(0));

    window.waitUntil(
        () -> window.text("evaluation-comparison").startsWith("On the 8 items that both have"));
  }

  @Test
  void aFileThatIsNoDataIsRefusedInASentenceAndAnotherChoiceHealsIt() throws Exception {
    var file = Files.writeString(folder.resolve("bad.csv"), "text,label\n,\n");
    Fx.run(() -> evaluations.form().open(file));
    window.waitUntil(() -> planned() instanceof Planned.Refused);

    assertTrue(window.text("evaluation-problem").matches("[A-Z].+\\."));
    assertTrue(window.find("evaluation-start", javafx.scene.Node.class).isDisabled());

    choose("Kinds of things");
    assertFalse(window.isShown("evaluation-problem"));
  }

  private void evaluate() throws Exception {
    Fx.run(() -> evaluations.start());
    window.waitUntil(() -> !evaluations.runs().isEmpty());
  }

  private void choose(String title) throws Exception {
    Fx.run(
        () ->
            evaluations
                .form()
                .dataProperty()
                .set(
                    evaluations.form().choices().stream()
                        .filter(each -> each.title().equals(title))
                        .findFirst()
                        .orElseThrow()));
    window.waitUntil(() -> planned() instanceof Planned.Ready);
  }

  private void show(String tab, String control) throws Exception {
    window.robot().clickOn("#evaluation-tab-" + tab);
    Fx.settle();
    assertTrue(window.isShown(control));
  }

  private Planned planned() {
    return evaluations.form().plannedProperty().get();
  }

  private EvaluatedRun run(int place) {
    return Fx.get(() -> evaluations.runs().get(place));
  }

  private String text() {
    return Fx.get(() -> window.playground().prompt().textProperty().get());
  }
}
