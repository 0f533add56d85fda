package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import kelvin.catalog.ModelFolderReader;
import kelvin.distribution.InvalidLogitsException;
import kelvin.engine.ContextScorer;
import kelvin.inference.Cancellation;
import kelvin.inference.ContextOverflowException;
import kelvin.inference.InferenceException;
import kelvin.inference.LanguageModel;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A loaded model reports prompts that it cannot answer, closes once and leaks no memory.
final class ModelLifecycleTest {

  private static final ToyModel TOY = ToyModel.small(10);
  private static final long LEAK_BYTES = 256L << 20;

  @TempDir Path folder;

  @Test
  void aPromptLongerThanTheContextIsRefusedWithNumbers() throws Exception {
    try (var model = Models.open(ToyFolder.write(folder, TOY))) {
      int[] ids = new int[TOY.context() + 5];

      var refusal = assertThrows(ContextOverflowException.class, () -> Models.rows(model, ids, 0));

      assertTrue(
          String.valueOf(refusal.getMessage())
              .contains("101 tokens, 5 more than the model's context of 96"));
    }
  }

  @Test
  void aPromptThatFillsTheContextIsAnswered() throws Exception {
    try (var model = Models.open(ToyFolder.write(folder, TOY))) {
      assertEquals(1, Models.rows(model, new int[TOY.context()], TOY.context() - 1).size());
    }
  }

  @Test
  void anIdOutsideTheVocabularyIsNamed() throws Exception {
    try (var model = Models.open(ToyFolder.write(folder, TOY))) {
      int[] ids = {1, TOY.vocabulary(), 3};

      var refusal = assertThrows(InferenceException.class, () -> Models.rows(model, ids, 0));

      assertEquals(
          "There is no token 264: the model's ids go from 0 to 263.", refusal.getMessage());
      assertThrows(InferenceException.class, () -> Models.rows(model, new int[] {-1}, 0));
    }
  }

  @Test
  void logitsThatAreNotNumbersAreReportedByTheScorer() throws Exception {
    ToyFolder.write(folder, TOY, ToyFeature.CACHE, ToyFeature.NAN_LAST_TOKEN);
    try (var model = Models.open(folder)) {
      var scorer = new ContextScorer(model);
      int[] ids = {1, TOY.vocabulary() - 1, 5};

      assertThrows(InvalidLogitsException.class, () -> scorer.score(ids, 2, new Cancellation()));
      assertDoesNotThrow(() -> scorer.score(new int[] {1, 2, 5}, 2, new Cancellation()));
    }
  }

  @Test
  void aModelCanBeClosedTwice() throws Exception {
    var model = Models.open(ToyFolder.write(folder, TOY));
    model.close();

    assertDoesNotThrow(model::close);
  }

  @Test
  void aClosedModelDoesNotRun() throws Exception {
    var model = Models.open(ToyFolder.write(folder, TOY));
    Models.rows(model, new int[] {1, 2}, 0);
    model.close();

    assertThrows(IllegalStateException.class, () -> Models.rows(model, new int[] {1, 2, 3}, 0));
    assertEquals(TOY.vocabulary(), model.descriptor().logitCount());
  }

  @Test
  void theSessionOfARefusedGraphIsClosed() throws Exception {
    ToyFolder.write(folder, TOY, ToyFeature.UNKNOWN_INPUT);
    var found = new ModelFolderReader().read(folder);
    var session = GraphSession.open(found.graph(), 1);

    assertThrows(
        UnsupportedGraphException.class,
        () ->
            ModelGraphs.open(
                found.graph(), SiblingGraphs.of(found.graph()), _ -> session, found.config()));

    assertThrows(IllegalStateException.class, session::inputs);
  }

  /// One export for each way to keep states.
  static Stream<Set<ToyFeature>> exports() {
    return Stream.of(
        EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.POSITIONS),
        EnumSet.of(ToyFeature.GROUPED_ATTENTION, ToyFeature.MASK),
        EnumSet.of(ToyFeature.STATIC_CACHE),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.CONVOLUTION));
  }

  @ParameterizedTest
  @MethodSource("exports")
  void aThousandEditsAndStepsLeakNoMemory(Set<ToyFeature> features) throws Exception {
    var toy = new ToyModel(300, 64, 4, 4, 512, 12);
    var random = new Random(13);
    int[] ids = random.ints(400, 0, 300).toArray();
    try (var model = Models.open(ToyFolder.write(folder, toy, features))) {
      editAndStep(model, ids, random, 200);
      long before = residentBytes();

      editAndStep(model, ids, random, 1000);

      // If the keys and values of 400 positions leaked at every run, they would take 1600 MB.
      long growth = residentBytes() - before;
      assertTrue(growth < LEAK_BYTES, () -> "grew by " + (growth >> 20) + " MB");
      var reference = List.of(toy.exportedAs(features).logits(ids)).subList(399, 400);
      assertTrue(Models.difference(Models.rows(model, ids, 399), reference) <= 1e-3);
    }
  }

  private static void editAndStep(LanguageModel model, int[] ids, Random random, int times) {
    for (int i = 0; i < times; i++) {
      ids[390 + random.nextInt(10)] = random.nextInt(300);
      Models.rows(model, ids, ids.length - 1);
      int[] longer = Arrays.copyOf(ids, ids.length + 1);
      longer[ids.length] = random.nextInt(300);
      Models.rows(model, longer, ids.length);
    }
  }

  /// 0 if the system does not report it.
  private static long residentBytes() throws IOException {
    var status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
        .sum();
  }

  @Test
  void aRefusedPromptLeavesTheModelRight() throws Exception {
    try (var model = Models.open(ToyFolder.write(folder, TOY))) {
      int[] ids = {1, 2, 3, 4, 5};
      assertThrows(InferenceException.class, () -> Models.rows(model, new int[] {1, 2, -3}, 0));

      var reference = List.of(TOY.logits(ids));
      assertTrue(Models.difference(Models.rows(model, ids, 0), reference) <= 1e-4);
      var shorter = Arrays.copyOf(ids, 2);
      assertTrue(
          Models.difference(Models.rows(model, shorter, 0), List.of(TOY.logits(shorter))) <= 1e-4);
    }
  }
}
