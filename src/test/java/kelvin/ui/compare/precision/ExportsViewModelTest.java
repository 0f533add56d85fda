package kelvin.ui.compare.precision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import javafx.beans.property.SimpleObjectProperty;
import kelvin.display.InformationUnit;
import kelvin.engine.FakeInferenceThread;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.FakeTokenizer;
import kelvin.engine.ModelEvent;
import kelvin.engine.SlicedWork;
import kelvin.engine.beside.BesideOpening;
import kelvin.engine.draw.DrawSteps;
import kelvin.engine.pair.ModelComparison;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import kelvin.inference.ModelLoader;
import kelvin.inference.ModelLoader.GraphFile;
import kelvin.inference.StartToken;
import kelvin.ui.compare.model.SideModels;
import kelvin.ui.model.ModelViewModel;
import kelvin.ui.work.ToolRun;
import org.junit.jupiter.api.Test;

/// Tests the table of a model's exports. If these fail, a user chooses an export by the numbers of
/// another one, or all of them stay in memory.
class ExportsViewModelTest {

  private static final String TEXT = "some text";
  private static final Path FOLDER = Path.of("fake");
  private static final Path SMALL = FOLDER.resolve("model_int8.onnx");
  private static final Path BROKEN = FOLDER.resolve("model_q4.onnx");

  private final List<FakeLanguageModel> opened = new ArrayList<>();
  private final FakeInferenceThread opening = new FakeInferenceThread();
  private final Queue<SlicedWork> queue = new ArrayDeque<>();
  private final LoadedModel playing = load();
  private final ModelViewModel models = new ModelViewModel();
  private final ExportsViewModel exports;

  private static LoadedModel load() {
    return new LoadedModel(new FakeLanguageModel(), FakeTokenizer.withStartToken());
  }

  private final class Loader implements ModelLoader {

    @Override
    public LoadedModel load(Path folder, Cancellation cancellation) throws ModelLoadException {
      if (folder.equals(BROKEN)) {
        throw new ModelLoadException(folder, "it is broken.", "Fetch it again.");
      }
      var model = new FakeLanguageModel();
      model.alwaysPredict('x');
      opened.add(model);
      return new LoadedModel(model, FakeTokenizer.withStartToken());
    }

    @Override
    public List<GraphFile> graphs(Path folder) {
      return List.of(
          new GraphFile(FOLDER, 40_000_000),
          new GraphFile(BROKEN, 8_000_000),
          new GraphFile(SMALL, 10_000_000));
    }
  }

  ExportsViewModelTest() {
    var sides = new SideModels(models, _ -> {}, Runnable::run);
    sides.setOpening(new BesideOpening(new Loader(), opening));
    exports =
        new ExportsViewModel(
            sides,
            new SimpleObjectProperty<>(InformationUnit.NATS),
            new ToolRun(queue::add, Runnable::run),
            () -> new ExportsViewModel.Text(TEXT, StartToken.AUTO, DrawSteps.Settings.DEFAULT));
    models.show(new ModelEvent.Opened(playing.descriptor(), playing.tokenizer().vocabulary()));
    sides.setShown(true);
    opening.runAll();
  }

  private void runAll() {
    opening.runAll();
    while (!queue.isEmpty()) {
      var work = queue.remove();
      boolean more = true;
      while (more && !work.isCancelled()) {
        more = work.runSlice(playing, new Cancellation());
      }
      opening.runAll();
    }
  }

  private ExportRow row(String file) {
    return exports.rowsProperty().get().stream()
        .filter(row -> row.file().equals(file))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theMemoryIsToldBeforeAnythingIsOpened() {
    assertEquals(3, exports.rowsProperty().get().size());
    assertTrue(exports.sentenceProperty().get().contains("about 10 MB"));
    assertTrue(opened.isEmpty());
  }

  @Test
  void eachRowHasTheNumbersOfTheCommandAndItsModelIsClosedAgain() {
    exports.start();
    runAll();

    var small = load();
    ((FakeLanguageModel) small.model()).alwaysPredict('x');
    var question =
        ModelComparison.Question.ofText(
            TEXT,
            StartToken.AUTO,
            playing.tokenizer(),
            small.tokenizer(),
            DrawSteps.Settings.DEFAULT);
    var expected = ModelComparison.of(playing, small, question, new Cancellation());
    var row = row("model_int8.onnx");
    assertEquals(expected.text().orElseThrow().meanKl(), row.meanKl());
    assertEquals(expected.text().orElseThrow().klQuantile(0.99), row.p99Kl());
    assertEquals(expected.against().read().bitsPerByte(), row.bitsPerByte());
    assertEquals(expected.model().read().bitsPerByte(), row("fake").bitsPerByte());
    assertTrue(Double.isNaN(row("fake").meanKl()));
    assertTrue(row.worst().startsWith("…"), row.worst());
    assertEquals(1, opened.getFirst().timesClosed());
    assertFalse(exports.runningProperty().get());
    assertEquals(1, exports.comparisons().size());
  }

  @Test
  void anExportThatDoesNotOpenSaysWhyAndTheOthersAreCompared() {
    exports.start();
    runAll();

    assertTrue(row("model_q4.onnx").worst().contains("it is broken."));
    assertTrue(row("model_int8.onnx").done().isPresent());
  }

  @Test
  void aCancelClosesWhatIsOpenAndKeepsNothingHalf() {
    exports.start();
    opening.runAll();
    assertTrue(exports.runningProperty().get());

    exports.stop();
    runAll();

    assertFalse(exports.runningProperty().get());
    assertEquals(1, opened.getFirst().timesClosed());
    assertTrue(row("model_int8.onnx").done().isEmpty());
  }
}
