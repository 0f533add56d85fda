package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import kelvin.catalog.ModelFolderReader;
import kelvin.inference.Cancellation;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.ModelDescriptor.CacheKind;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// States that cannot be cropped go back to a stored snapshot.
final class RecurrentCacheTest {

  private static final ToyModel TOY = ToyModel.small(21);

  @TempDir Path folder;
  private GraphRunner runner;
  private LogitsBuffer logits;

  @BeforeEach
  void open() throws Exception {
    ToyFolder.write(folder, TOY, ToyFeature.CONVOLUTION, ToyFeature.CACHE);
    var found = new ModelFolderReader().read(folder);
    var graphs =
        ModelGraphs.open(
            found.graph(),
            SiblingGraphs.of(found.graph()),
            file -> GraphSession.open(file, 1),
            found.config());
    var facts = GraphFacts.read(found.graph());
    var modes = new CacheModes(graphs.environment(), graphs.signature(), facts, Set.of());
    runner = new GraphRunner(graphs);
    runner.useCache(modes.open(CacheKind.PING_PONG));
    logits = runner.logitsBuffer(TOY.vocabulary());
  }

  @AfterEach
  void close() throws Exception {
    logits.close();
    runner.close();
  }

  private void run(int count) throws Exception {
    int[] ids = new int[count];
    Arrays.fill(ids, 7);
    runner.run(ids, count, logits, new Cancellation());
  }

  @Test
  void croppingGoesBackToTheLastSnapshotThatIsEarlyEnough() throws Exception {
    run(5);
    run(3);
    run(1);

    runner.crop(8);
    assertEquals(8, runner.cachedLength());
    runner.crop(7);
    assertEquals(5, runner.cachedLength());
    runner.crop(4);
    assertEquals(0, runner.cachedLength());
  }

  @Test
  void snapshotsStayDenseNearTheEnd() throws Exception {
    for (int i = 0; i < 90; i++) {
      run(1);
    }

    runner.crop(89);
    assertEquals(89, runner.cachedLength());
    runner.crop(60);
    assertTrue(runner.cachedLength() >= 30, () -> "kept " + runner.cachedLength());
  }

  @Test
  void aStateThatIsGuessedIsCalledExperimental() throws Exception {
    var other = folder.resolve("unnamed");
    ToyFolder.write(other, TOY, ToyFeature.CONVOLUTION, ToyFeature.CACHE, ToyFeature.UNNAMED_STATE);

    ModelDescriptor descriptor;
    try (var model = Models.open(other)) {
      descriptor = model.descriptor();
    }

    assertTrue(
        descriptor.warnings().stream().anyMatch(text -> text.startsWith("Experimental")),
        () -> descriptor.warnings().toString());
  }
}
