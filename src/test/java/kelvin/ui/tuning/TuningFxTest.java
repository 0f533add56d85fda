package kelvin.ui.tuning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import kelvin.engine.tuning.TuningResult;
import kelvin.experiment.tuning.Depth;
import kelvin.experiment.tuning.Loss;
import kelvin.experiment.tuning.live.LiveOutcome;
import kelvin.experiment.tuning.live.LiveState;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import kelvin.ui.evaluation.form.SplitChoice;
import kelvin.ui.plot.pair.PairBar;
import kelvin.ui.plot.pair.PairBars;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import kelvin.workspace.tuning.HeadFile;
import kelvin.workspace.tuning.UnfinishedTrainings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Fine-tunes the bundled model in the real window, as a user does. If these fail, a training
/// cannot be watched, stopped or taken back, or what was learned is lost.
class TuningFxTest {

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
  private final TuningViewModel tuning;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();

  TuningFxTest(OpenWindow window) {
    this.window = window;
    tuning = window.playground().pages().tuning();
  }

  @BeforeEach
  void chooseSomeTexts() throws Exception {
    var file = Files.writeString(folder.resolve("things.csv"), TABLE);
    Fx.run(
        () -> {
          tuning.setThread(thread);
          tuning.keepIn(new UnfinishedTrainings(folder.resolve("trainings")));
          window.playground().pages().fineTune();
          tuning.form().data().open(file);
          tuning.form().depthProperty().set(Depth.NORMS);
          tuning.form().otherTextProperty().set("There was a little girl.");
        });
    window.waitUntil(() -> tuning.form().data().rawProperty().get().isPresent());
    Fx.run(
        () -> {
          tuning.form().data().splitProperty().set(SplitChoice.COLUMN);
          tuning.form().data().splitColumnProperty().set("part");
        });
    window.waitUntil(
        () ->
            tuning.form().plannedProperty().get() instanceof TuningPlanned.Ready ready
                && ready.wish().data().train().size() == 4
                && ready.wish().depth() == Depth.NORMS);
  }

  @AfterEach
  void endTheThread() throws Exception {
    Fx.run(tuning::forget);
    thread.shutdown();
    assertTrue(thread.awaitTermination(30, TimeUnit.SECONDS));
  }

  private void train(String epochs) throws Exception {
    Fx.run(() -> tuning.form().training().epochsProperty().set(epochs));
    window.waitUntil(
        () ->
            tuning.form().plannedProperty().get() instanceof TuningPlanned.Ready ready
                && Integer.toString(ready.wish().settings().epochs()).equals(epochs));
    window.robot().clickOn("#tuning-start");
  }

  private List<PairBar> bars() throws Exception {
    return Fx.get(() -> window.find("tuning-next-token", PairBars.class).barsProperty().get());
  }

  private TuningResult result() {
    var run = tuning.list().results().getFirst();
    return ((LiveOutcome.Weights) run.outcome()).result();
  }

  private static double[] now(List<PairBar> bars) {
    return bars.stream().mapToDouble(PairBar::b).toArray();
  }

  @Test
  void aTrainingMovesTheNextTokenAndIsTakenBackSavedAndKept() throws Exception {
    train("3");
    window.waitUntil(() -> !tuning.list().results().isEmpty());

    var losses = result().trainLoss();
    assertTrue(losses.getLast() < losses.getFirst(), losses.toString());
    assertEquals(3, result().best());
    assertTrue(window.text("tuning-forgetting").contains("nats for each token before"));
    var trained = bars();
    assertTrue(trained.stream().anyMatch(row -> Math.abs(row.change()) > 1e-4));

    exportsTheCurves();

    window.robot().clickOn("#tuning-base");
    window.waitUntil(() -> bars().stream().allMatch(row -> Math.abs(row.change()) < 1e-4));
    window.robot().clickOn("#tuning-base");
    window.waitUntil(() -> bars().stream().anyMatch(row -> Math.abs(row.change()) > 1e-4));
    assertArrayEquals(now(trained), now(bars()), 1e-6);

    var target = folder.resolve("tuned");
    Fx.run(() -> tuning.weights().save(target));
    window.waitUntil(() -> tuning.weights().savedProperty().get().isPresent());
    assertTrue(Files.readString(target.resolve("README.md")).contains("Before"));
    assertTrue(window.isShown("tuning-open-saved"));
    // Writing again over what is there is refused in words, and nothing of it is changed.
    Fx.run(() -> tuning.weights().save(target));
    window.waitUntil(() -> !tuning.weights().problemProperty().get().isEmpty());
    assertTrue(window.text("tuning-save-problem").contains("already"));
  }

  private void exportsTheCurves() throws Exception {
    var run = tuning.list().results().getFirst();
    for (var format : TuningFigure.FORMATS) {
      var file = folder.resolve("curves" + format.ending());
      window.labExports().tunings().save(run, format, file);
      window.waitUntil(() -> Files.exists(file) && Files.size(file) > 0);
    }
    var rows = Files.readAllLines(folder.resolve("curves.csv"));
    assertEquals("epoch,trainLoss,heldOutLoss,heldOutAccuracy,otherLoss", rows.getFirst());
    // One before the training, then the epochs. So few pairs have no held-out part.
    assertEquals(1 + 1 + 3, rows.size());
    assertTrue(rows.getLast().startsWith("3," + result().trainLoss().getLast() + ","));
  }

  @Test
  void aTrainingWaitsGoesOnAndKeepsTheBestWeightsWhenItIsCancelled() throws Exception {
    train("1000");
    window.waitUntil(() -> epochs() >= 1);
    window.robot().clickOn("#tuning-pause");
    assertEquals("Go on", window.text("tuning-pause"));
    int before = epochs();
    window.robot().clickOn("#tuning-pause");
    window.waitUntil(() -> epochs() > before);
    window.robot().clickOn("#tuning-cancel");
    window.waitUntil(() -> !tuning.list().results().isEmpty());

    assertEquals(TuningResult.End.STOPPED, result().end());
    assertTrue(result().best() > 0);
    assertFalse(tuning.progress().runningProperty().get());
  }

  @Test
  void aRateThatIsTooGreatIsToldAndTheModelsOwnWeightsAreKept() throws Exception {
    Fx.run(() -> tuning.form().training().rateProperty().set("1e6"));
    train("5");
    window.waitUntil(() -> !tuning.list().results().isEmpty());

    assertEquals(TuningResult.End.DIVERGED, result().end());
    assertTrue(window.text("tuning-findings").contains("It diverged in step"));
    assertNotEquals(5, result().best());
  }

  @Test
  void memoryAndTimeAreSaidBeforeItStarts() throws Exception {
    window.waitUntil(() -> window.text("tuning-estimate").contains("measured once it trains"));

    var words = window.text("tuning-estimate");
    assertTrue(
        words.matches(
            "Takes up to \\d+ MB of memory more, and what a batch needs\\. At least .+ for all"
                + " epochs; measured once it trains\\."),
        words);
  }

  /// What is trained belongs to the model that was open. Its thread must not hold the other one up.
  @Test
  void anotherModelEndsTheTrainingOfTheFirst() throws Exception {
    train("1000");
    window.waitUntil(() -> epochs() >= 1);

    window.open(ToyFolder.write(folder.resolve("toy"), ToyModel.small(5)));
    window.waitUntil(() -> window.playground().model().nameProperty().get().equals("toy"));
    window.waitForAnswer();

    window.waitUntil(() -> !tuning.progress().runningProperty().get());
    window.waitUntil(
        () ->
            window
                .text("tuning-problem")
                .equals("The training ended, because its model was closed."));
    assertTrue(tuning.list().results().isEmpty());
  }

  @Test
  void aModelThatClosesEndsItsTraining() throws Exception {
    train("1000");
    window.waitUntil(() -> epochs() >= 1);
    Fx.run(tuning::forget);

    assertFalse(tuning.progress().runningProperty().get());
    assertTrue(window.text("tuning-problem").contains("its model was closed"));
    assertTrue(tuning.list().results().isEmpty());
  }

  @Test
  void aTrainingThatWasNotSavedGoesOnWithTheSettingsThatItHad() throws Exception {
    train("1000");
    window.waitUntil(() -> epochs() >= 2);
    Fx.run(tuning::forget);
    Fx.run(
        () -> {
          tuning.form().depthProperty().set(Depth.ALL);
          tuning.form().training().epochsProperty().set("1");
        });
    window.waitUntil(() -> window.isShown("tuning-go-on"));
    assertTrue(window.text("tuning-unfinished").contains("norms and biases"));

    window.robot().clickOn("#tuning-go-on");

    window.waitUntil(() -> epochs() >= 2);
    assertFalse(window.isShown("tuning-go-on"));
    assertEquals("tuning-cancel", Fx.get(() -> window.root().getScene().getFocusOwner().getId()));
    assertEquals(Depth.NORMS, tuning.form().depthProperty().get());
    assertEquals("1000", tuning.form().training().epochsProperty().get());
    window.robot().clickOn("#tuning-cancel");
    window.waitUntil(() -> !tuning.list().results().isEmpty());
    assertTrue(result().trainLoss().size() > 2);
  }

  @Test
  void aDiskWithoutRoomForTheStateIsToldAndDoesNotStopTheTraining() throws Exception {
    // A file in the folder's place gives no room either.
    Files.writeString(folder.resolve("trainings"), "a file");
    train("2");
    window.waitUntil(() -> !tuning.list().results().isEmpty());

    assertTrue(window.text("tuning-unkept").contains("begins anew after a kill"));
    assertEquals(2, result().best());
  }

  @Test
  void aTrainingThatIsNotWantedAnyMoreIsDiscarded() throws Exception {
    train("1000");
    window.waitUntil(() -> epochs() >= 1);
    Fx.run(tuning::forget);
    window.waitUntil(() -> window.isShown("tuning-discard"));

    window.robot().clickOn("#tuning-discard");

    window.waitUntil(() -> !window.isShown("tuning-discard"));
    try (var files = Files.list(folder.resolve("trainings"))) {
      window.waitUntil(() -> files.findAny().isEmpty());
    }
  }

  @Test
  void aHeadIsTrainedWithTheWeightsAndSavedWithThem() throws Exception {
    assertFalse(window.isShown("tuning-penalty"));
    Fx.run(() -> tuning.form().training().lossProperty().set(Loss.HEAD));
    assertTrue(window.text("tuning-loss").contains("A head w on φ and a copy of θ"));
    train("2");
    window.waitUntil(() -> !tuning.list().results().isEmpty());

    assertTrue(window.text("tuning-conditions").contains("norms and biases with a head"));
    var target = folder.resolve("tuned");
    Fx.run(() -> tuning.weights().save(target));
    window.waitUntil(() -> tuning.weights().savedProperty().get().isPresent());
    var kept = HeadFile.find(target).orElseThrow();
    assertEquals(List.of("toy", "food"), kept.head().labels());
  }

  @Test
  void aHeadAloneHasNoChoiceOfTheLoss() throws Exception {
    assertTrue(window.isShown("tuning-loss-choice"));
    Fx.run(() -> tuning.form().depthProperty().set(Depth.HEAD));
    assertFalse(window.isShown("tuning-loss-choice"));
  }

  private int epochs() throws Exception {
    return Fx.get(
        () ->
            tuning
                .stateProperty()
                .get()
                .map(LiveState::curves)
                .map(curves -> curves.train().size() - 1)
                .orElse(0));
  }
}
