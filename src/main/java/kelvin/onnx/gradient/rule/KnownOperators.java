package kelvin.onnx.gradient.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import kelvin.onnx.gradient.tape.KnownOperator;
import kelvin.onnx.surgery.Node;

/// The operators through which gradients pass, and those that pass none.
public final class KnownOperators {

  private static final IntPredicate ALL = _ -> true;
  private static final IntPredicate FIRST = place -> place == 0;
  private static final IntPredicate CHOSEN = place -> place > 0;

  /// Operators whose outputs are integers, choices, or flat.
  private static final List<String> FLAT =
      List.of(
          "Shape",
          "Size",
          "ConstantOfShape",
          "NonZero",
          "ArgMax",
          "ArgMin",
          "Equal",
          "Greater",
          "GreaterOrEqual",
          "Less",
          "LessOrEqual",
          "Not",
          "And",
          "Or",
          "Xor",
          "IsNaN",
          "IsInf",
          "Sign",
          "Floor",
          "Ceil",
          "Round",
          "OneHot",
          "EyeLike",
          "Range");

  private static final Map<String, KnownOperator> KNOWN = known();

  private KnownOperators() {}

  private static Map<String, KnownOperator> known() {
    var known = new HashMap<String, KnownOperator>();
    FLAT.forEach(name -> known.put(name, KnownOperator.FLAT));
    for (var name : List.of("Add", "Sum")) {
      known.put(name, new KnownOperator(ALL, Sums::plus));
    }
    known.put("Sub", new KnownOperator(ALL, Sums::minus));
    known.put("Neg", new KnownOperator(FIRST, Sums::negative));
    known.put("Mul", new KnownOperator(ALL, Products::times));
    known.put("Div", new KnownOperator(ALL, Products::over));
    known.put("Pow", new KnownOperator(ALL, Products::power));
    for (var name : List.of("Max", "Min")) {
      known.put(name, new KnownOperator(ALL, Choices::extreme));
    }
    known.put("Where", new KnownOperator(CHOSEN, Choices::where));
    known.put("Clip", new KnownOperator(FIRST, Choices::clip));
    known.put("MatMul", new KnownOperator(ALL, Matrices::product));
    known.put("Gemm", new KnownOperator(ALL, Matrices::general));
    known.put("Softmax", new KnownOperator(FIRST, Softmaxes::softmax));
    known.put("LogSoftmax", new KnownOperator(FIRST, Softmaxes::logarithm));
    known.put("Concat", new KnownOperator(ALL, Parts::concat));
    known.put("Split", new KnownOperator(FIRST, Parts::split));
    known.put("Slice", new KnownOperator(FIRST, Slices::apply));
    known.put("Gather", new KnownOperator(FIRST, Gathers::gather));
    known.put("GatherElements", new KnownOperator(FIRST, Gathers::elements));
    known.put("GatherND", new KnownOperator(FIRST, Gathers::tuples));
    addForms(known);
    addReductions(known);
    addFused(known);
    return Map.copyOf(known);
  }

  private static void addForms(Map<String, KnownOperator> known) {
    for (var name : List.of("Identity", "Dropout")) {
      known.put(name, new KnownOperator(FIRST, Forms::same));
    }
    for (var name : List.of("Reshape", "Squeeze", "Unsqueeze", "Flatten")) {
      known.put(name, new KnownOperator(FIRST, Forms::reshape));
    }
    known.put("Expand", new KnownOperator(FIRST, Forms::expand));
    known.put("Transpose", new KnownOperator(FIRST, Forms::transpose));
    known.put("Pad", new KnownOperator(FIRST, Forms::pad));
    known.put("Trilu", new KnownOperator(FIRST, Forms::triangle));
    known.put("Cast", new KnownOperator(FIRST, Casts::back));
    known.put("CastLike", new KnownOperator(FIRST, Casts::back));
  }

  private static void addReductions(Map<String, KnownOperator> known) {
    known.put("ReduceSum", new KnownOperator(FIRST, Reductions::sum));
    known.put("ReduceMean", new KnownOperator(FIRST, Reductions::mean));
    for (var name : List.of("ReduceMax", "ReduceMin")) {
      known.put(name, new KnownOperator(FIRST, Reductions::extreme));
    }
  }

  private static void addFused(Map<String, KnownOperator> known) {
    known.put("LayerNormalization", new KnownOperator(ALL, Norms::layer));
    for (var name : List.of("RMSNormalization", "SimplifiedLayerNormalization")) {
      known.put(name, new KnownOperator(ALL, Norms::rootMeanSquare));
    }
    known.put("SkipLayerNormalization", new KnownOperator(ALL, Norms::skipLayer));
    known.put(
        "SkipSimplifiedLayerNormalization", new KnownOperator(ALL, Norms::skipRootMeanSquare));
    known.put("Gelu", new KnownOperator(FIRST, Activations::gelu));
    known.put("BiasGelu", new KnownOperator(ALL, Activations::biasGelu));
    known.put("FastGelu", new KnownOperator(ALL, Activations::fastGelu));
    known.put("QuickGelu", new KnownOperator(FIRST, Activations.sigmoid(Activations.quick())));
    known.put("Swish", new KnownOperator(FIRST, Activations.sigmoid(1)));
    known.put("RotaryEmbedding", new KnownOperator(FIRST, Rotations::apply));
  }

  /// What is known of the operator of a node; empty if nothing is.
  public static Optional<KnownOperator> find(Node node) {
    if (node.operator().equals("Cast") && !Casts.keepsReals(node)) {
      return Optional.of(KnownOperator.FLAT);
    }
    return Optional.ofNullable(KNOWN.get(node.operator()))
        .or(() -> Functions.find(node.operator()).map(rule -> new KnownOperator(FIRST, rule)));
  }
}
