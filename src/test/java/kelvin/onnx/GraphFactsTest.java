package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import kelvin.onnx.fixture.ProtoMessage;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tests the facts read from a graph's file, and that a hostile file cannot make reading
/// expensive.
final class GraphFactsTest {

  private static final int GRAPH = 7;
  private static final int NODE = 1;
  private static final int INITIALIZER = 5;

  @TempDir Path folder;

  private GraphFacts facts(byte[] bytes) throws IOException {
    return GraphFacts.read(Files.write(folder.resolve("test.onnx"), bytes));
  }

  private GraphFacts factsOfGraph(ProtoMessage graph) throws IOException {
    return facts(new ProtoMessage().message(GRAPH, graph).toByteArray());
  }

  private GraphFacts factsOfToy(ToyFeature... features) throws IOException {
    ToyFolder.write(folder, ToyModel.small(1), features);
    return GraphFacts.read(folder.resolve("model.onnx"));
  }

  @Test
  void theBundledModelHasSevenMillionFloat32Weights() throws Exception {
    var facts = GraphFacts.read(Models.bundled().resolve("model.onnx"));

    assertEquals("float32", facts.precision());
    assertEquals(6_951_168, facts.parameterCount());
    assertEquals(Set.of(), facts.externalFiles());
    assertTrue(facts.operators().contains("MatMul"));
  }

  @Test
  void precisionIsThatOfMostWeights() throws Exception {
    assertEquals("float32", factsOfToy().precision());
    assertEquals("float16", factsOfToy(ToyFeature.HALF).precision());
    assertEquals("uint8", factsOfToy(ToyFeature.DYNAMIC_INT8).precision());
  }

  @Test
  void bodiesInsideOfNodesCount() throws Exception {
    var facts = factsOfToy(ToyFeature.CACHE, ToyFeature.MERGED);

    assertTrue(facts.operators().containsAll(Set.of("If", "MatMul", "Concat")));
    assertTrue(facts.parameterCount() > 2 * factsOfToy().parameterCount() - 100);
  }

  @Test
  void bodiesNestedTooDeeplyAreRefused() {
    var graph = new ProtoMessage();
    for (int depth = 0; depth < 20; depth++) {
      var attribute = new ProtoMessage().message(6, graph);
      graph = new ProtoMessage().message(NODE, new ProtoMessage().message(5, attribute));
    }
    var deepest = graph;

    assertThrows(IOException.class, () -> factsOfGraph(deepest));
  }

  @Test
  void operatorsThatTheFileDefinesAreKnown() throws Exception {
    var node = new ProtoMessage().text(4, "Gelu").text(7, "pkg.torch");
    var function = new ProtoMessage().text(1, "Gelu").text(10, "pkg.torch");
    var model =
        new ProtoMessage()
            .message(GRAPH, new ProtoMessage().message(NODE, node))
            .message(25, function);

    var facts = facts(model.toByteArray());

    assertEquals(Set.of("pkg.torch.Gelu"), facts.functions());
    assertDoesNotThrow(() -> Refusals.checkOperators(facts.operators(), facts.functions()));
    var refusal =
        assertThrows(
            UnsupportedGraphException.class,
            () -> Refusals.checkOperators(facts.operators(), Set.of()));
    assertTrue(refusal.reason().contains("domain pkg.torch"), refusal.reason());
  }

  @Test
  void attentionWindowsAreKnown() throws Exception {
    var windowed = factsOfToy(ToyFeature.GROUPED_ATTENTION, ToyFeature.MASK, ToyFeature.WINDOW);

    assertEquals(8, windowed.attentionWindow());
    assertEquals(0, factsOfToy().attentionWindow());
  }

  @Test
  void roundingIsKnownFromTypesAndOperators() throws Exception {
    assertEquals(1e-3, LoadProbes.toleranceOf(factsOfToy()));
    assertEquals(0.02, LoadProbes.toleranceOf(factsOfToy(ToyFeature.HALF)));
    assertEquals(0.3, LoadProbes.toleranceOf(factsOfToy(ToyFeature.DYNAMIC_INT8)));
  }

  @Test
  void filesWithWeightsAreFound() throws Exception {
    assertEquals(Set.of("model.onnx_data"), factsOfToy(ToyFeature.EXTERNAL_DATA).externalFiles());
  }

  @Test
  void filesOfTensorsInOddPlacesAreFound() throws Exception {
    var ofSparse =
        new ProtoMessage().message(1, tensorIn("values")).message(2, tensorIn("indices"));
    var attributes =
        new ProtoMessage()
            .message(5, new ProtoMessage().text(1, "value").message(5, tensorIn("constant")))
            .message(5, new ProtoMessage().text(1, "list").message(10, tensorIn("several")))
            .message(
                5,
                new ProtoMessage()
                    .text(1, "sparse")
                    .message(22, new ProtoMessage().message(1, tensorIn("sparse value"))))
            .message(
                5,
                new ProtoMessage()
                    .text(1, "all")
                    .message(23, new ProtoMessage().message(1, tensorIn("sparse values"))))
            .message(
                5,
                new ProtoMessage()
                    .text(1, "bodies")
                    .message(11, new ProtoMessage().message(INITIALIZER, tensorIn("body"))));
    var graph = new ProtoMessage().message(NODE, attributes).message(15, ofSparse);
    var inFunction =
        new ProtoMessage()
            .text(4, "Hidden")
            .message(5, new ProtoMessage().message(5, tensorIn("node of a function")));
    var function =
        new ProtoMessage()
            .text(1, "f")
            .message(7, inFunction)
            .message(11, new ProtoMessage().message(5, tensorIn("default of a function")));

    var facts = facts(new ProtoMessage().message(GRAPH, graph).message(25, function).toByteArray());

    assertEquals(
        Set.of(
            "values",
            "indices",
            "constant",
            "several",
            "sparse value",
            "sparse values",
            "body",
            "node of a function",
            "default of a function"),
        facts.externalFiles());
    assertFalse(facts.operators().contains("Hidden"));
  }

  private static ProtoMessage tensorIn(String file) {
    return new ProtoMessage()
        .number(1, 1)
        .number(2, 1)
        .message(13, new ProtoMessage().text(1, "location").text(2, file));
  }

  @Test
  void operatorsOfOtherDomainsKeepTheirDomain() throws Exception {
    assertTrue(factsOfToy(ToyFeature.CUSTOM_DOMAIN).operators().contains("com.example.Frobnicate"));
  }

  @Test
  void dimensionsMayBePackedIntoOneField() throws Exception {
    var tensor = new ProtoMessage().bytes(1, new byte[] {3, 5}).number(2, 1);

    assertEquals(
        15, factsOfGraph(new ProtoMessage().message(INITIALIZER, tensor)).parameterCount());
  }

  @Test
  void aFileWithoutAGraphIsRefused() {
    byte[] bytes = new ProtoMessage().number(1, 8).toByteArray();

    assertTrue(message(bytes).contains("no graph"));
  }

  @Test
  void impossiblyLargeDimensionsAreRefused() {
    var tensor = new ProtoMessage().number(2, 1);
    for (int i = 0; i < 8; i++) {
      tensor.number(1, 1L << 40);
    }
    var negative = new ProtoMessage().number(1, -5).number(2, 1);

    assertTrue(messageOfGraph(new ProtoMessage().message(INITIALIZER, tensor)).contains("dimen"));
    assertTrue(messageOfGraph(new ProtoMessage().message(INITIALIZER, negative)).contains("-5"));
  }

  @Test
  void aNameOfManyBytesIsRefused() {
    var node = new ProtoMessage().bytes(4, new byte[100_000]);

    assertTrue(messageOfGraph(new ProtoMessage().message(NODE, node)).contains("100000 bytes"));
  }

  @Test
  void tooManyDifferentNamesAreRefused() {
    var graph = new ProtoMessage();
    for (int i = 0; i < 10_000; i++) {
      graph.message(NODE, new ProtoMessage().text(4, "Operator" + i));
    }

    assertTrue(messageOfGraph(graph).contains("different names"));
  }

  @Test
  void messagesWithinMessagesAreSkippedNotFollowed() throws Exception {
    var deep = new ProtoMessage();
    for (int depth = 0; depth < 1000; depth++) {
      deep = new ProtoMessage().message(6, deep);
    }

    var facts = factsOfGraph(new ProtoMessage().message(NODE, deep));

    assertEquals(0, facts.parameterCount());
  }

  @Test
  void randomBytesGiveFactsOrAnError() throws Exception {
    var random = new Random(3);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = new byte[1 + random.nextInt(400)];
      random.nextBytes(bytes);
      bytes[0] = GRAPH << 3 | 2;
      try {
        assertTrue(facts(bytes).parameterCount() >= 0);
      } catch (IOException e) {
        assertTrue(e.getMessage() != null);
      }
    }
  }

  private String message(byte[] bytes) {
    return String.valueOf(assertThrows(IOException.class, () -> facts(bytes)).getMessage());
  }

  private String messageOfGraph(ProtoMessage graph) {
    return message(new ProtoMessage().message(GRAPH, graph).toByteArray());
  }

  private static GraphFacts withElements(Map<Integer, Long> elements) {
    return new GraphFacts(elements, Map.of(), Set.of(), Set.of("MatMul"), Set.of(), Map.of());
  }

  @Test
  void onlyGigabytesOfPlainFloat32AreUsedWithoutPackedCopies() {
    int single = 1;
    int half = 10;
    int bytes = 2;

    assertTrue(withElements(Map.of(single, 1L << 30)).isBestUnpacked());
    assertFalse(withElements(Map.of(single, 1L << 29)).isBestUnpacked());
    assertFalse(withElements(Map.of(single, 1L << 30, bytes, 1L << 30)).isBestUnpacked());
    assertFalse(withElements(Map.of(half, 1L << 32)).isBestUnpacked());
  }
}
