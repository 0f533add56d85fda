package kelvin.ui.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import kelvin.ui.evaluation.form.Planned;
import kelvin.ui.evaluation.run.EvaluatedRun;
import kelvin.ui.evaluation.run.EvaluationsViewModel;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What a user does with labelled data, in the real window on the bundled model. If these fail,
/// nobody can measure a prompt in the window, or an item leads to another prompt than its own.
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

    showItems();
    var table = window.find("evaluation-items", TableView.class);
    Fx.run(
        () -> {
          table.requestFocus();
          table.getSelectionModel().select(2);
        });
    window.robot().push(KeyCode.ENTER);
    window.waitUntil(() -> !text().equals(before));

    assertEquals(run(0).measured().trials().get(2).prompt().render(), text());

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

  private void showItems() throws Exception {
    window.robot().clickOn("#evaluation-tab-items");
    window.waitUntil(() -> window.isShown("evaluation-items"));
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
