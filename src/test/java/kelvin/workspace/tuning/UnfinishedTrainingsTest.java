package kelvin.workspace.tuning;

import static kelvin.experiment.SmallPlan.pair;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kelvin.engine.FakeTokenizer;
import kelvin.engine.tuning.BigramRuns;
import kelvin.engine.tuning.Checkpoint;
import kelvin.engine.tuning.TextTuning;
import kelvin.engine.tuning.TuningSettings;
import kelvin.experiment.SmallPlan;
import kelvin.experiment.data.Pair;
import kelvin.experiment.evaluation.EvaluationPlan;
import kelvin.inference.Cancellation;
import kelvin.inference.training.TrainingText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// States of trainings in the window. If these fail, what was learned is lost after a kill, a
/// training goes on with other texts, or old states fill the disk.
class UnfinishedTrainingsTest {

  private static final Map<String, String> FORM = Map.of("depth", "all", "epochs", "7");
  private static final long FEW = 36;

  @TempDir private Path folder = Path.of("");

  private UnfinishedTrainings kept() {
    return new UnfinishedTrainings(folder.resolve("trainings"));
  }

  private static String key(Pair more) {
    var train = List.of(pair("a", "b"), pair("s", "c"), more);
    EvaluationPlan plan = SmallPlan.of(List.of("b", "c"), train, List.of(pair("d", "b")));
    var model = new BigramRuns(FakeTokenizer.SIZE, 1).model();
    return UnfinishedTrainings.key(model.descriptor(), plan);
  }

  /// Begins a training and trains two epochs of it.
  private Path begun(String key) throws Exception {
    var file = kept().begin(key, false, FORM, FEW).orElseThrow();
    var texts = List.of(new TrainingText(new int[] {1, 2, 3}, 1));
    var tuning =
        new TextTuning(
            new BigramRuns(FakeTokenizer.SIZE, 1),
            new TextTuning.Texts(texts, List.of()),
            TuningSettings.usual(5, 0.1, 1, 0, 1),
            Optional.of(new Checkpoint(file, "some")));
    tuning.step(new Cancellation());
    tuning.step(new Cancellation());
    return file;
  }

  @Test
  void aTrainingIsFoundByItsModelAndItsTexts() throws Exception {
    var key = key(pair("e", "b"));
    assertTrue(kept().find(key).isEmpty());

    begun(key);

    var found = kept().find(key(pair("e", "b"))).orElseThrow();
    assertEquals(2, found.epoch());
    assertEquals(FORM, found.form());
    assertNotEquals(key, key(pair("e", "c")));
    assertTrue(kept().find(key(pair("e", "c"))).isEmpty());
  }

  @Test
  void aTrainingThatBeginsAnewRemovesTheStateAndOneThatGoesOnKeepsIt() throws Exception {
    var key = key(pair("e", "b"));
    begun(key);

    kept().begin(key, true, FORM, FEW);
    assertTrue(kept().find(key).isPresent());

    kept().begin(key, false, FORM, FEW);
    assertTrue(kept().find(key).isEmpty());
  }

  @Test
  void aTrainingWithoutAWholeEpochIsNotOffered() {
    kept().begin("some", false, FORM, FEW);

    assertTrue(kept().find("some").isEmpty());
  }

  @Test
  void damagedFilesAreNotOffered() throws Exception {
    var file = begun("some");
    Files.writeString(file, "nothing");
    assertTrue(kept().find("some").isEmpty());

    begun("some");
    Files.writeString(folder.resolve("trainings/some.json"), "{");
    assertTrue(kept().find("some").isEmpty());
  }

  @Test
  void theOldestStatesMakeRoom() throws Exception {
    for (int i = 0; i < 4; i++) {
      Files.setLastModifiedTime(begun("old" + i), FileTime.fromMillis(1000L * i));
    }

    begun("new");

    assertFalse(kept().find("old0").isPresent());
    assertFalse(kept().find("old1").isPresent());
    assertTrue(kept().find("old2").isPresent());
    assertTrue(kept().find("old3").isPresent());
    assertTrue(kept().find("new").isPresent());
  }

  @Test
  void nothingIsKeptWhereTheDiskHasNoRoom() {
    assertTrue(kept().begin("some", false, FORM, Long.MAX_VALUE / 64).isEmpty());
  }

  @Test
  void aFolderThatCannotBeMadeKeepsNothingAndDoesNotStopTheTraining() throws Exception {
    Files.writeString(folder.resolve("trainings"), "a file");

    assertTrue(kept().begin("some", false, FORM, FEW).isEmpty());
  }

  @Test
  void aTrainingThatIsSafeIsRemoved() throws Exception {
    begun("some");

    kept().remove("some");

    try (var files = Files.list(folder.resolve("trainings"))) {
      assertEquals(0, files.count());
    }
  }
}
