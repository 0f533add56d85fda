package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import kelvin.inference.BatchRuns;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.ContextOverflowException;
import kelvin.inference.LanguageModel;
import kelvin.onnx.fixture.ToyFault;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts in a batch get the logits of single runs, and a graph whose texts change each other is run
/// one by one. Otherwise a score would depend on what else is scored.
final class BatchRunsTest {

  private static final ToyModel TOY = ToyModel.small(11);
  private static final Set<ToyFeature> USUAL =
      EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.POSITIONS);

  /// Features of graphs that take one text at a time: fixed or shared buffers, states that cannot
  /// be repeated, other graphs for the first tokens, or rows for the last token only.
  private static final Set<ToyFeature> ONE_BY_ONE =
      EnumSet.of(
          ToyFeature.GROUPED_ATTENTION,
          ToyFeature.STATIC_CACHE,
          ToyFeature.CONVOLUTION,
          ToyFeature.BLOOM_CACHE,
          ToyFeature.RANK_THREE_TOKENS,
          ToyFeature.MERGED,
          ToyFeature.PAIR,
          ToyFeature.EMBEDDINGS_FILE,
          ToyFeature.ONE_TOKEN,
          ToyFeature.ONE_TOKEN_AFTER_PAST,
          ToyFeature.LAST_ROW_ONLY);

  @TempDir Path folder;

  static Stream<Set<ToyFeature>> exports() {
    return SupportedGraphsTest.exports();
  }

  static Stream<Set<ToyFeature>> batchedExports() {
    return exports().filter(BatchRunsTest::takesBatches);
  }

  private static boolean takesBatches(Set<ToyFeature> features) {
    return features.stream().noneMatch(ONE_BY_ONE::contains);
  }

  @ParameterizedTest
  @MethodSource("exports")
  void aProvedGraphRunsBatchesIfItTakesSeveralTexts(Set<ToyFeature> features) throws Exception {
    try (var model = proved(TOY, features)) {
      assertEquals(takesBatches(features), model.batchRuns().isPresent());
    }
  }

  @ParameterizedTest
  @MethodSource("batchedExports")
  void randomBatchesGiveTheRowsOfSingleRuns(Set<ToyFeature> features) throws Exception {
    var random = new Random(6);
    try (var model = proved(TOY, features)) {
      var batches = model.batchRuns().orElseThrow();
      for (int round = 0; round < 12; round++) {
        var beginning = randomIds(random, batches.sharesBeginning() ? random.nextInt(40) : 0);
        var tails = new ArrayList<BatchRuns.Tail>();
        for (int i = 0; i < 1 + random.nextInt(9); i++) {
          var ids = randomIds(random, 1 + random.nextInt(12));
          tails.add(new BatchRuns.Tail(ids, random.nextInt(ids.length)));
        }

        var rows = rows(batches, beginning, tails);

        for (int i = 0; i < tails.size(); i++) {
          var whole = joined(beginning, tails.get(i).ids());
          var alone = Models.rows(model, whole, beginning.length + tails.get(i).from());
          assertTrue(Models.difference(rows.get(i), alone) < 1e-4, "text " + i);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 20, 32})
  void aGraphWhoseTextsChangeEachOtherIsUsedOneByOne(int texts) throws Exception {
    var faulty = TOY.withFault(new ToyFault(ToyFault.Kind.MIXES_TEXTS, texts));

    try (var model = proved(faulty, USUAL)) {
      assertEquals(Optional.empty(), model.batchRuns());
      assertEquals(TOY.context(), model.descriptor().provedLength());
      var ids = randomIds(new Random(7), 20);
      assertTrue(Models.difference(Models.rows(model, ids, 0), List.of(TOY.logits(ids))) < 1e-4);
    }
  }

  static Stream<Set<ToyFeature>> dynamicExports() {
    return Stream.of(
        EnumSet.of(ToyFeature.MASK, ToyFeature.DYNAMIC_INT8),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.DYNAMIC_INT8),
        EnumSet.of(
            ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.POSITIONS, ToyFeature.DYNAMIC_INT8));
  }

  @ParameterizedTest
  @MethodSource("dynamicExports")
  void aGraphThatQuantisesAWholeRunWithOneScaleIsUsedOneByOne(Set<ToyFeature> features)
      throws Exception {
    try (var model = proved(TOY, features)) {
      assertEquals(Optional.empty(), model.batchRuns());
    }
  }

  @Test
  void batchesAreNotUsedBeforeTheProofAndAreKnownAtTheNextLoad() throws Exception {
    ToyFolder.write(folder, TOY, USUAL);
    var bench = new ProofBench(folder);
    try (var model = bench.load()) {
      assertEquals(Optional.empty(), model.batchRuns());
      ProofBench.prove(model);
      assertTrue(model.batchRuns().isPresent());
    }
    try (var again = bench.load()) {
      assertTrue(again.batchRuns().isPresent());
    }
  }

  @Test
  void aBatchLeavesTheKeptStatesOfALongerText() throws Exception {
    try (var model = proved(TOY, USUAL)) {
      var ids = randomIds(new Random(8), 30);
      model.run(ids, 29, (_, _) -> {}, new Cancellation());
      var tails = List.of(tail(4, 5), tail(6), tail(7, 8, 9));

      rows(model.batchRuns().orElseThrow(), Arrays.copyOf(ids, 12), tails);

      assertTrue(
          Models.difference(Models.rows(model, ids, 28), List.of(TOY.logits(ids)).subList(28, 30))
              < 1e-4);
    }
  }

  @Test
  void aBatchGivesTheSameRowsAfterItsMemoryWasFreed() throws Exception {
    try (var model = proved(TOY, USUAL)) {
      var batches = model.batchRuns().orElseThrow();
      var tails = List.of(tail(4, 5), tail(6));
      var before = rows(batches, new int[] {1, 2, 3}, tails);

      batches.release();

      var after = rows(batches, new int[] {1, 2, 3}, tails);
      assertEquals(0, Models.difference(before.getFirst(), after.getFirst()));
    }
  }

  @Test
  void aCancelledBatchDeliversNothingAndTheNextOneRuns() throws Exception {
    try (var model = proved(TOY, USUAL)) {
      var batches = model.batchRuns().orElseThrow();
      var cancelled = new Cancellation();
      cancelled.cancel();
      var tails = List.of(tail(4, 5), tail(6));

      assertThrows(
          CancelledException.class,
          () ->
              batches.run(
                  new int[] {1, 2}, tails, (_, _, _) -> assertEquals("", "a row"), cancelled));

      assertEquals(2, rows(batches, new int[] {1, 2}, tails).getFirst().size());
    }
  }

  @Test
  void aTextBeyondTheContextIsRefused() throws Exception {
    try (var model = proved(TOY, USUAL)) {
      var batches = model.batchRuns().orElseThrow();
      var longest = new BatchRuns.Tail(new int[TOY.context()], 0);

      assertThrows(
          ContextOverflowException.class,
          () -> rows(batches, new int[] {1}, List.of(tail(2), longest)));
    }
  }

  @Test
  void theMemoryOfABatchIsBounded() throws Exception {
    try (var model = proved(TOY, USUAL)) {
      var batches = model.batchRuns().orElseThrow();

      assertEquals(32, batches.maxTexts(10, 10));
      assertTrue(batches.maxTexts(1_000_000, 10) < 32);
      assertEquals(0, batches.maxTexts(0, 1_000_000));
    }
  }

  private LanguageModel proved(ToyModel toy, Set<ToyFeature> features) throws Exception {
    ToyFolder.write(folder, toy, features);
    var model = new ProofBench(folder).load();
    assertEquals(Optional.empty(), ProofBench.prove(model).fault());
    return model;
  }

  private static BatchRuns.Tail tail(int... ids) {
    return new BatchRuns.Tail(ids, 0);
  }

  private static List<List<float[]>> rows(
      BatchRuns batches, int[] beginning, List<BatchRuns.Tail> tails) {
    var rows = new ArrayList<List<float[]>>();
    tails.forEach(_ -> rows.add(new ArrayList<>()));
    batches.run(
        beginning,
        tails,
        (tail, index, row) -> {
          assertEquals(tails.get(tail).from() + rows.get(tail).size(), index);
          rows.get(tail).add(row.clone());
        },
        new Cancellation());
    return rows;
  }

  private static int[] joined(int[] beginning, int[] tail) {
    var whole = Arrays.copyOf(beginning, beginning.length + tail.length);
    System.arraycopy(tail, 0, whole, beginning.length, tail.length);
    return whole;
  }

  private static int[] randomIds(Random random, int count) {
    return random.ints(count, 0, TOY.vocabulary()).toArray();
  }
}
