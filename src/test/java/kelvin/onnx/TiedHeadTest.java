package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import kelvin.onnx.fixture.OnnxAttribute;
import kelvin.onnx.fixture.OnnxGraph;
import kelvin.onnx.fixture.OnnxType;
import kelvin.onnx.surgery.EmbeddingRule;
import kelvin.onnx.surgery.Graph;
import kelvin.onnx.surgery.InnerOutputs;
import kelvin.onnx.surgery.OutputRule;
import kelvin.onnx.surgery.StoredMatrix;
import kelvin.onnx.surgery.StoredVectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A half-precision model whose head is its embedding shows its inside like any other, although its
/// matrix is cast and turned on the way. If this fails, many small models have no features and no
/// neighbours in half precision.
final class TiedHeadTest {

  private static final int TOKENS = 300;
  private static final int WIDTH = 16;
  private static final int IR_VERSION = 8;

  /// ONNX's number of the type.
  private static final int FLOAT16 = 10;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theHeadIsFoundBehindATransposeAndACast(boolean castFirst) throws Exception {
    var table = table();
    var file = folder.resolve("model.onnx");
    Files.write(file, graph(table, castFirst).toByteArray(IR_VERSION));
    var bytes = GraphBytes.of(file, true);
    var graph = Graph.read(bytes.model());

    assertEquals(1, InnerOutputs.features(bytes.model(), graph, "logits").names().size());
    assertRows(table, new OutputRule(graph).find("logits"), bytes.folder());
    assertRows(table, new EmbeddingRule(graph).find("input_ids", TOKENS), bytes.folder());
  }

  private static void assertRows(float[] table, StoredMatrix matrix, Path folder) throws Exception {
    try (var vectors = StoredVectors.open(matrix, folder)) {
      assertEquals(TOKENS, vectors.count());
      assertTrue(matrix.byToken());
      for (int id = 0; id < TOKENS; id++) {
        assertArrayEquals(
            Arrays.copyOfRange(table, id * WIDTH, (id + 1) * WIDTH), vectors.vector(id));
      }
    }
  }

  /// Numbers that half precision holds exactly.
  private static float[] table() {
    var random = new Random(5);
    var table = new float[TOKENS * WIDTH];
    for (int i = 0; i < table.length; i++) {
      table[i] = random.nextInt(-512, 512) / 256f;
    }
    return table;
  }

  private static OnnxGraph graph(float[] table, boolean castFirst) {
    var graph = new OnnxGraph(OnnxType.FLOAT16, Optional.empty());
    graph.input("input_ids", OnnxType.INT64, "batch", "n");
    var shared = graph.weight(table, TOKENS, WIDTH);
    var hidden = graph.add("Tanh", graph.add("Gather", shared, "input_ids"));
    var matrix =
        castFirst
            ? graph.add("Cast", List.of(shared), OnnxAttribute.integer("to", FLOAT16))
            : shared;
    graph.rename(graph.add("MatMul", hidden, graph.add("Transpose", matrix)), "logits");
    graph.output("logits", OnnxType.FLOAT16, "batch", "n", "" + TOKENS);
    return graph;
  }
}
