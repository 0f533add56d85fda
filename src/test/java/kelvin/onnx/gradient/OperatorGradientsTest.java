package kelvin.onnx.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import kelvin.onnx.fixture.OnnxAttribute;
import kelvin.onnx.fixture.OnnxGraph;
import kelvin.onnx.fixture.OnnxType;
import kelvin.onnx.surgery.Graph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The derivative of each operator is that of differences of the operator itself. Without this, a
/// wrong rule would give plausible but wrong gradients for every model that has the operator.
final class OperatorGradientsTest {

  private static final String LOGITS = "logits";
  private static final int TOKEN = 1;
  private static final double STEP = 0.02;
  private static final int IR_VERSION = 10;
  private static final long[] MATRIX = {3, 4};
  private static final long[] STACK = {2, 3, 4};

  /// Writes the operator and returns its output.
  @FunctionalInterface
  interface Writer {
    String write(OnnxGraph graph);
  }

  /// @param shapes of the inputs `x0`, `x1` and so on
  record Case(String name, List<long[]> shapes, Writer writer) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Case of(String name, Writer writer, long[]... shapes) {
    return new Case(name, List.of(shapes), writer);
  }

  private static Case unary(String operator) {
    return of(operator, graph -> graph.add(operator, positive(graph)), STACK);
  }

  /// Numbers from about 0.5 to 2, where every function is smooth.
  private static String positive(OnnxGraph graph) {
    return graph.add("Exp", graph.add("Mul", "x0", graph.realScalar(0.3f)));
  }

  private static Case binary(String operator, long[] some, long[] others) {
    return of(
        operator + " of " + Arrays.toString(some) + " and " + Arrays.toString(others),
        graph -> graph.add(operator, positive(graph), graph.add("Exp", "x1")),
        some,
        others);
  }

  private static String list(OnnxGraph graph, long... values) {
    return graph.integers(values, values.length);
  }

  static Stream<Case> cases() {
    var unary =
        Stream.of(
                "Neg",
                "Sqrt",
                "Reciprocal",
                "Exp",
                "Log",
                "Tanh",
                "Erf",
                "Sigmoid",
                "Relu",
                "Sin",
                "Cos",
                "Abs",
                "Softplus",
                "Identity",
                "Softmax",
                "LogSoftmax")
            .map(OperatorGradientsTest::unary);
    var binary =
        Stream.of("Add", "Sub", "Mul", "Div", "Pow", "Max", "Min", "Sum")
            .flatMap(
                operator ->
                    Stream.of(
                        binary(operator, STACK, new long[] {4}),
                        binary(operator, new long[] {3, 1}, STACK)));
    return Stream.of(unary, binary, matrices(), forms(), fused()).flatMap(each -> each);
  }

  private static Stream<Case> matrices() {
    return Stream.of(
        of("MatMul", g -> g.add("MatMul", "x0", "x1"), STACK, new long[] {2, 4, 2}),
        of("MatMul repeated", g -> g.add("MatMul", "x0", "x1"), STACK, new long[] {4, 2}),
        of("Pow of two", g -> g.add("Pow", "x0", g.weight(new float[] {2})), STACK),
        of("Pow of three", g -> g.add("Pow", "x0", g.weight(new float[] {3})), STACK),
        of("MatMul of weights", g -> g.add("MatMul", "x0", g.weight(numbers(8, 3), 4, 2)), STACK),
        of(
            "Gemm",
            g ->
                g.add(
                    "Gemm",
                    List.of("x0", "x1", "x2"),
                    OnnxAttribute.integer("transA", 1),
                    OnnxAttribute.integer("transB", 1),
                    OnnxAttribute.real("alpha", 0.5f),
                    OnnxAttribute.real("beta", 2)),
            MATRIX,
            new long[] {2, 3},
            new long[] {2}),
        of(
            "a weight used twice",
            g -> g.add("MatMul", g.add("MatMul", "x0", "x1"), "x1"),
            MATRIX,
            new long[] {4, 4}));
  }

  private static Stream<Case> forms() {
    return Stream.of(
        of("Reshape", g -> squared(g, g.add("Reshape", "x0", list(g, 4, 6))), STACK),
        of("Unsqueeze", g -> squared(g, g.add("Unsqueeze", "x0", list(g, 0, 2))), STACK),
        of(
            "Expand",
            g -> g.add("Mul", g.add("Expand", "x0", list(g, 2, 3, 4)), "x1"),
            new long[] {3, 1},
            STACK),
        of(
            "Transpose",
            g ->
                g.add(
                    "MatMul",
                    g.add("Transpose", List.of("x0"), OnnxAttribute.integers("perm", 1, 2, 0)),
                    "x1"),
            STACK,
            new long[] {2, 2}),
        of(
            "Concat",
            g ->
                squared(g, g.add("Concat", List.of("x0", "x1"), OnnxAttribute.integer("axis", -1))),
            STACK,
            new long[] {2, 3, 1}),
        of(
            "Split",
            g -> {
              var parts =
                  g.add("Split", List.of("x0", list(g, 1, 3)), 2, OnnxAttribute.integer("axis", 2));
              return g.add("Mul", parts.get(0), parts.get(1));
            },
            STACK),
        of(
            "Slice",
            g ->
                squared(
                    g,
                    g.add(
                        "Slice",
                        "x0",
                        list(g, -3, 1),
                        list(g, Long.MAX_VALUE, -1),
                        list(g, -1, 1))),
            STACK),
        of(
            "Slice with steps",
            g -> squared(g, g.add("Slice", "x0", list(g, 0), list(g, 99), list(g, -1), list(g, 2))),
            STACK),
        of(
            "Gather of a column",
            g ->
                squared(
                    g,
                    g.add(
                        "Gather", List.of("x0", g.integer(1)), OnnxAttribute.integer("axis", -1))),
            STACK),
        of(
            "Gather of rows, some twice",
            g -> squared(g, g.add("Gather", "x0", list(g, 1, 0, 1))),
            MATRIX),
        of(
            "GatherND",
            g -> squared(g, g.add("GatherND", "x0", g.integers(new long[] {1, 2, 0, 1}, 2, 2))),
            STACK),
        of(
            "Where",
            g -> g.add("Where", g.add("Greater", "x0", "x1"), squared(g, "x0"), "x1"),
            STACK,
            new long[] {4}),
        of(
            "Clip",
            g -> squared(g, g.add("Clip", "x0", g.realScalar(-0.5f), g.realScalar(0.4f))),
            STACK),
        of(
            "Cast",
            g -> g.add("Cast", List.of(squared(g, "x0")), OnnxAttribute.integer("to", 1)),
            STACK),
        of("Trilu", g -> squared(g, g.add("Trilu", "x0")), STACK),
        of("Pad", g -> squared(g, g.add("Pad", "x0", list(g, 0, 1, 0, 2))), MATRIX),
        of(
            "ReduceSum",
            g ->
                g.add(
                    "ReduceSum",
                    List.of(squared(g, "x0"), list(g, 1)),
                    OnnxAttribute.integer("keepdims", 0)),
            STACK),
        of(
            "ReduceMean",
            g -> g.add("ReduceMean", List.of(squared(g, "x0")), OnnxAttribute.integers("axes", -1)),
            STACK),
        of(
            "ReduceMean of two axes",
            g ->
                g.add(
                    "ReduceMean",
                    List.of(squared(g, "x0")),
                    OnnxAttribute.integers("axes", 0, 2),
                    OnnxAttribute.integer("keepdims", 0)),
            STACK),
        of(
            "ReduceMax",
            g ->
                g.add(
                    "ReduceMax",
                    List.of(g.add("Mul", "x0", g.weight(new float[] {1, 3, 9, 27}, 4))),
                    OnnxAttribute.integers("axes", 1)),
            new long[] {2, 4}));
  }

  private static String squared(OnnxGraph graph, String value) {
    return graph.add("Mul", value, value);
  }

  private static Stream<Case> fused() {
    var width = new long[] {4};
    return Stream.of(
        of(
            "LayerNormalization",
            g ->
                g.add(
                    "LayerNormalization",
                    List.of("x0", "x1", "x2"),
                    OnnxAttribute.integer("axis", -1)),
            STACK,
            width,
            width),
        of(
            "LayerNormalization from an axis on",
            g -> g.add("LayerNormalization", List.of("x0", "x1"), OnnxAttribute.integer("axis", 1)),
            STACK,
            MATRIX),
        of(
            "SimplifiedLayerNormalization",
            g ->
                g.add(
                    "SimplifiedLayerNormalization",
                    List.of("x0", "x1"),
                    OnnxAttribute.real("epsilon", 1e-5f)),
            STACK,
            width),
        of(
            "SkipLayerNormalization",
            g ->
                g.addMicrosoft("SkipLayerNormalization", List.of("x0", "x1", "x2", "x3"), 1)
                    .getFirst(),
            STACK,
            STACK,
            width,
            width),
        of("Gelu", g -> g.addMicrosoft("Gelu", List.of("x0"), 1).getFirst(), STACK),
        of(
            "BiasGelu",
            g -> g.addMicrosoft("BiasGelu", List.of("x0", "x1"), 1).getFirst(),
            STACK,
            width),
        of(
            "FastGelu",
            g -> g.addMicrosoft("FastGelu", List.of("x0", "x1"), 1).getFirst(),
            STACK,
            width),
        of("QuickGelu", g -> g.addMicrosoft("QuickGelu", List.of("x0"), 1).getFirst(), STACK));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theRuleAgreesWithDifferences(Case each) throws Exception {
    var inputs = new HashMap<String, float[]>();
    for (int i = 0; i < each.shapes().size(); i++) {
      inputs.put("x" + i, numbers(count(each.shapes().get(i)), 7 + i));
    }
    var model = model(each);
    var targets = inputs.keySet().stream().sorted().toList();
    var added = TokenLoss.add(model, Graph.read(model), LOGITS, targets);
    var environment = OrtEnvironment.getEnvironment();

    try (var plain = environment.createSession(model);
        var session = environment.createSession(added.model())) {
      for (int i = 0; i < targets.size(); i++) {
        var values = Objects.requireNonNull(inputs.get(targets.get(i)));
        var found = run(session, each, inputs, added.names().get(2 * i), true);
        assertEquals(values.length, found.length);
        for (int j = 0; j < values.length; j++) {
          double expected = slope(plain, each, inputs, values, j);
          assertEquals(expected, found[j], 2e-4 + 2e-3 * Math.abs(expected), each + " " + j);
        }
      }
    }
  }

  /// The slope by differences at four places, exact up to the fifth power of the step.
  private static double slope(
      OrtSession session, Case each, Map<String, float[]> inputs, float[] values, int place)
      throws OrtException {
    float at = values[place];
    var results = new double[4];
    double[] moves = {-2 * STEP, -STEP, STEP, 2 * STEP};
    for (int k = 0; k < moves.length; k++) {
      values[place] = (float) (at + moves[k]);
      results[k] = logProbability(run(session, each, inputs, LOGITS, false));
    }
    values[place] = at;
    return (results[0] - 8 * results[1] + 8 * results[2] - results[3]) / (12 * STEP);
  }

  private static double logProbability(float... logits) {
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit);
    }
    return logits[TOKEN] - Math.log(sum);
  }

  private static byte[] model(Case each) {
    var graph = new OnnxGraph(OnnxType.FLOAT, Optional.empty());
    for (int i = 0; i < each.shapes().size(); i++) {
      var dimensions =
          Arrays.stream(each.shapes().get(i)).mapToObj(Long::toString).toArray(String[]::new);
      graph.input("x" + i, OnnxType.FLOAT, dimensions);
    }
    var y = each.writer().write(graph);
    graph.rename(graph.add("Reshape", y, list(graph, 1, 1, -1)), LOGITS);
    graph.output(LOGITS, OnnxType.FLOAT, "1", "1", "count");
    return graph.toByteArray(IR_VERSION);
  }

  private static float[] run(
      OrtSession session, Case each, Map<String, float[]> inputs, String output, boolean hasToken)
      throws OrtException {
    var environment = OrtEnvironment.getEnvironment();
    var tensors = new HashMap<String, OnnxTensor>();
    try {
      for (int i = 0; i < each.shapes().size(); i++) {
        var name = "x" + i;
        var buffer = FloatBuffer.wrap(inputs.getOrDefault(name, new float[0]));
        tensors.put(name, OnnxTensor.createTensor(environment, buffer, each.shapes().get(i)));
      }
      if (hasToken) {
        tensors.put(TokenLoss.TOKEN, OnnxTensor.createTensor(environment, new long[] {TOKEN}));
      }
      try (var result = session.run(tensors, Set.of(output))) {
        var buffer = ((OnnxTensor) result.get(0)).getFloatBuffer();
        var values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
      }
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
  }

  private static int count(long... shape) {
    return (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
  }

  private static float[] numbers(int count, long seed) {
    var random = new Random(seed);
    var values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
