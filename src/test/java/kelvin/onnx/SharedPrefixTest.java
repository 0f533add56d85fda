package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import kelvin.catalog.ModelFolderReader;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.ModelDescriptor.CacheKind;
import kelvin.inference.run.RunPlan;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// A prompt that shares a prefix with the last one runs only the rest.
///
/// A run that is cancelled before it starts has already removed the differing positions, so the
/// cached length shows how many would have been reused.
@ParameterizedClass
@EnumSource(
    value = CacheKind.class,
    names = {"CHAINED", "PING_PONG"})
final class SharedPrefixTest {

  private static final ToyModel TOY = ToyModel.small(9);
  private static final int[] IDS = {0, 5, 10, 15, 20, 25, 30, 35, 40, 45};

  private final CacheKind kind;

  @TempDir Path folder;
  private GraphRunner runner;
  private OnnxLanguageModel model;

  SharedPrefixTest(CacheKind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws Exception {
    ToyFolder.write(folder, TOY);
    var found = new ModelFolderReader().read(folder);
    var siblings = SiblingGraphs.of(found.graph());
    var graphs =
        ModelGraphs.open(
            found.graph(), siblings, file -> GraphSession.open(file, 1), found.config());
    var modes =
        new CacheModes(
            graphs.environment(), graphs.signature(), GraphFacts.read(found.graph()), Set.of());
    runner = new GraphRunner(graphs);
    runner.useCache(modes.open(kind));
    var logits = runner.logitsBuffer(TOY.vocabulary());
    var plan = new RunPlan(true, true, false, false, false, logits.maxRowsPerRun(), 128);
    try (var probed = Models.open(folder)) {
      model = new OnnxLanguageModel(runner, logits, plan, probed.descriptor());
    }
    Models.rows(model, IDS, 0);
  }

  @AfterEach
  void close() {
    model.close();
  }

  private int keptFor(int[] ids, int firstPosition) {
    var cancelled = new Cancellation();
    cancelled.cancel();
    assertThrows(
        CancelledException.class, () -> model.run(ids, firstPosition, (_, _) -> {}, cancelled));
    return runner.cachedLength();
  }

  private void assertRight(int[] ids) {
    int last = ids.length - 1;
    var reference = List.of(TOY.logits(ids)).subList(last, ids.length);
    assertTrue(Models.difference(Models.rows(model, ids, last), reference) <= 1e-4);
  }

  @Test
  void allPositionsAreCachedAfterARun() {
    assertEquals(IDS.length, runner.cachedLength());
  }

  @Test
  void anAppendedTokenKeepsTheWholeCache() {
    int[] longer = Arrays.copyOf(IDS, IDS.length + 1);

    assertEquals(IDS.length, keptFor(longer, IDS.length));
    assertRight(longer);
  }

  @Test
  void aChangedTokenKeepsThePositionsBeforeIt() {
    int[] changed = IDS.clone();
    changed[6] = 99;

    assertEquals(6, keptFor(changed, 9));
    assertRight(changed);
  }

  @Test
  void aRemovedTokenKeepsAllButTheRequestedRow() {
    int[] shorter = Arrays.copyOf(IDS, 8);

    assertEquals(7, keptFor(shorter, 7));
    assertRight(shorter);
  }

  @Test
  void anEarlierRowRunsFromItsPosition() {
    assertEquals(3, keptFor(IDS, 3));
    assertRight(IDS);
  }

  @Test
  void anotherFirstTokenKeepsNothing() {
    int[] other = IDS.clone();
    other[0] = 77;

    assertEquals(0, keptFor(other, 9));
    assertRight(other);
  }

  @Test
  void theLastTokenCanBeEditedRepeatedly() {
    int[] edited = IDS.clone();
    for (int id : new int[] {60, 61, 62, 63}) {
      edited[9] = id;
      assertEquals(9, keptFor(edited, 9));
      assertRight(edited);
    }
    int[] earlier = edited.clone();
    earlier[8] = 70;
    assertRight(earlier);
    assertRight(edited);
    assertRight(Arrays.copyOf(edited, 9));
  }

  @Test
  void aSinkThatThrowsLeavesTheModelRight() {
    int[] changed = IDS.clone();
    changed[4] = 12;

    assertThrows(
        ArithmeticException.class,
        () ->
            model.run(
                changed,
                0,
                (_, _) -> {
                  throw new ArithmeticException("from the sink");
                },
                new Cancellation()));

    assertRight(changed);
    assertRight(IDS);
  }

  @Test
  void aRunTerminatedInsideTheRuntimeDoesNotChangeTheCache() throws Exception {
    var cancelled = new Cancellation();
    cancelled.cancel();

    try (var logits = runner.logitsBuffer(TOY.vocabulary())) {
      assertThrows(
          CancelledException.class, () -> runner.run(new int[] {50}, 1, logits, cancelled));
    }

    assertEquals(IDS.length, runner.cachedLength());
    int[] longer = Arrays.copyOf(IDS, IDS.length + 1);
    longer[IDS.length] = 50;
    assertRight(longer);
  }
}
