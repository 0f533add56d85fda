package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import kelvin.onnx.fixture.OnnxAttribute;
import kelvin.onnx.fixture.OnnxGraph;
import kelvin.onnx.fixture.OnnxType;
import kelvin.onnx.surgery.EmbeddingRule;
import kelvin.onnx.surgery.Graph;
import kelvin.onnx.surgery.StoredVectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Quantised embeddings become the same numbers here as in the runtime, bit for bit. Otherwise the
/// neighbours of a token are not those that the model sees.
final class QuantizedEmbeddingTest {

  private static final int TOKENS = 40;
  private static final int WIDTH = 64;
  private static final int IR_VERSION = 8;
  private static final String IDS = "input_ids";

  @TempDir Path folder;

  /// The forms in which exporters write a quantised embedding.
  enum Form {
    FOUR_BITS_IN_BLOCKS,
    FOUR_BITS_WITH_ZERO_POINTS,
    EIGHT_BITS_IN_BLOCKS,
    ONE_SCALE_AFTER_THE_GATHER,
    A_SCALE_FOR_EACH_TOKEN,
    A_SCALE_FOR_EACH_DIMENSION,
    FOUR_BITS_WITH_A_SCALE_FOR_EACH_TOKEN,
    FOUR_BITS_WITH_A_SCALE_FOR_EACH_DIMENSION,
    FOUR_BITS_IN_THE_FIELD_OF_NUMBERS
  }

  @ParameterizedTest
  @EnumSource
  void vectorsAreThoseOfTheRuntime(Form form) throws Exception {
    var model = graph(form).toByteArray(IR_VERSION);

    var matrix = new EmbeddingRule(Graph.read(model)).find(IDS, TOKENS);

    var expected = run(model);
    try (var vectors = StoredVectors.open(matrix, folder)) {
      assertEquals(TOKENS, vectors.count());
      assertEquals(WIDTH, vectors.width());
      for (int id = 0; id < TOKENS; id++) {
        assertArrayEquals(expected[id], vectors.vector(id));
      }
    }
  }

  private static OnnxGraph graph(Form form) {
    var random = new Random(3);
    var graph = new OnnxGraph(OnnxType.FLOAT, Optional.empty());
    graph.input(IDS, OnnxType.INT64, "n");
    var rows =
        switch (form) {
          case FOUR_BITS_IN_BLOCKS -> blocks(graph, random, 4, false);
          case FOUR_BITS_WITH_ZERO_POINTS -> blocks(graph, random, 4, true);
          case EIGHT_BITS_IN_BLOCKS -> blocks(graph, random, 8, false);
          case ONE_SCALE_AFTER_THE_GATHER -> {
            var picked = graph.add("Gather", bytes(graph, random, WIDTH), IDS);
            yield graph.add(
                "DequantizeLinear",
                picked,
                graph.realScalar(0.03f),
                graph.bytes(new byte[] {(byte) 131}));
          }
          case A_SCALE_FOR_EACH_TOKEN -> scaled(graph, random, TOKENS, 0);
          case A_SCALE_FOR_EACH_DIMENSION -> scaled(graph, random, WIDTH, 1);
          case FOUR_BITS_WITH_A_SCALE_FOR_EACH_TOKEN ->
              scaledNibbles(graph, random, new Axis(TOKENS, 0), graph::nibbles);
          case FOUR_BITS_WITH_A_SCALE_FOR_EACH_DIMENSION ->
              scaledNibbles(graph, random, new Axis(WIDTH, 1), graph::nibbles);
          case FOUR_BITS_IN_THE_FIELD_OF_NUMBERS ->
              scaledNibbles(graph, random, new Axis(TOKENS, 0), graph::inNumbers);
        };
    graph.rename(rows, "rows");
    graph.output("rows", OnnxType.FLOAT, "n", "" + WIDTH);
    return graph;
  }

  private static String scaled(OnnxGraph graph, Random random, int count, int axis) {
    var zeros = new byte[count];
    random.nextBytes(zeros);
    var real =
        graph.add(
            "DequantizeLinear",
            List.of(
                bytes(graph, random, WIDTH),
                graph.weight(scales(random, count), count),
                graph.bytes(zeros, count)),
            OnnxAttribute.integer("axis", axis));
    return graph.add("Gather", real, IDS);
  }

  /// The axis along which each number has a scale and a zero point.
  private record Axis(int count, int index) {}

  /// Adds a weight in one of the forms of a file.
  @FunctionalInterface
  private interface Weight {
    String add(OnnxType type, byte[] values, long... dimensions);
  }

  private static String scaledNibbles(OnnxGraph graph, Random random, Axis axis, Weight weight) {
    graph.useCacheOperators();
    var data = new byte[TOKENS * WIDTH / 2];
    random.nextBytes(data);
    var zeros = new byte[axis.count() / 2];
    random.nextBytes(zeros);
    var real =
        graph.add(
            "DequantizeLinear",
            List.of(
                weight.add(OnnxType.INT4, data, TOKENS, WIDTH),
                graph.weight(scales(random, axis.count()), axis.count()),
                weight.add(OnnxType.INT4, zeros, axis.count())),
            OnnxAttribute.integer("axis", axis.index()));
    return graph.add("Gather", real, IDS);
  }

  private static String blocks(OnnxGraph graph, Random random, int bits, boolean hasZeros) {
    int block = 16;
    int count = WIDTH / block;
    var data = bytes(graph, random, WIDTH * bits / 8);
    var scales = graph.weight(scales(random, TOKENS * count), TOKENS, count);
    var inputs =
        hasZeros
            ? List.of(data, IDS, scales, bytes(graph, random, count / 2))
            : List.of(data, IDS, scales);
    return graph
        .addMicrosoft(
            "GatherBlockQuantized",
            inputs,
            1,
            OnnxAttribute.integer("bits", bits),
            OnnxAttribute.integer("block_size", block),
            OnnxAttribute.integer("gather_axis", 0),
            OnnxAttribute.integer("quantize_axis", 1))
        .getFirst();
  }

  private static String bytes(OnnxGraph graph, Random random, int width) {
    var values = new byte[TOKENS * width];
    random.nextBytes(values);
    return graph.bytes(values, TOKENS, width);
  }

  private static float[] scales(Random random, int count) {
    var scales = new float[count];
    for (int i = 0; i < count; i++) {
      scales[i] = 0.01f + random.nextFloat();
    }
    return scales;
  }

  private float[][] run(byte[] model) throws Exception {
    var ids = LongStream.range(0, TOKENS).toArray();
    try (var session = GraphSession.open(model, folder, 1);
        var options = new OrtSession.RunOptions();
        var input =
            OnnxTensor.createTensor(
                session.environment(), LongBuffer.wrap(ids), new long[] {TOKENS});
        var result = session.run(Map.of(IDS, input), Set.of("rows"), Map.of(), options)) {
      return (float[][]) result.get(0).getValue();
    }
  }
}
