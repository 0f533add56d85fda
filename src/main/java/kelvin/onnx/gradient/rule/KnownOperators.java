package kelvin.onnx.gradient.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kelvin.onnx.gradient.tape.KnownOperator;
import kelvin.onnx.surgery.Node;

/// The operators through which gradients pass, and those that pass none.
public final class KnownOperators {

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

  private static boolean all(int place) {
    return place >= 0;
  }

  private static boolean first(int place) {
    return place == 0;
  }

  private static boolean chosen(int place) {
    return place > 0;
  }

  private static Map<String, KnownOperator> known() {
    var known = new HashMap<String, KnownOperator>();
    FLAT.forEach(name -> known.put(name, KnownOperator.FLAT));
    for (var name : List.of("Add", "Sum")) {
      known.put(name, new KnownOperator(KnownOperators::all, Sums::plus));
    }
    known.put("Sub", new KnownOperator(KnownOperators::all, Sums::minus));
    known.put("Neg", new KnownOperator(KnownOperators::first, Sums::negative));
    known.put("Mul", new KnownOperator(KnownOperators::all, Products::times));
    known.put("Div", new KnownOperator(KnownOperators::all, Products::over));
    known.put("Pow", new KnownOperator(KnownOperators::all, Products::power));
    for (var name : List.of("Max", "Min")) {
      known.put(name, new KnownOperator(KnownOperators::all, Choices::extreme));
    }
    known.put("Where", new KnownOperator(KnownOperators::chosen, Choices::where));
    known.put("Clip", new KnownOperator(KnownOperators::first, Choices::clip));
    known.put("MatMul", new KnownOperator(KnownOperators::all, Matrices::product));
    known.put("Gemm", new KnownOperator(KnownOperators::all, Matrices::general));
    known.put("Softmax", new KnownOperator(KnownOperators::first, Softmaxes::softmax));
    known.put("LogSoftmax", new KnownOperator(KnownOperators::first, Softmaxes::logarithm));
    known.put("Concat", new KnownOperator(KnownOperators::all, Parts::concat));
    known.put("Split", new KnownOperator(KnownOperators::first, Parts::split));
    known.put("Slice", new KnownOperator(KnownOperators::first, Slices::apply));
    known.put("Gather", new KnownOperator(KnownOperators::first, Gathers::gather));
    known.put("GatherElements", new KnownOperator(KnownOperators::first, Gathers::elements));
    known.put("GatherND", new KnownOperator(KnownOperators::first, Gathers::tuples));
    addForms(known);
    addReductions(known);
    addFused(known);
    return Map.copyOf(known);
  }

  private static void addForms(Map<String, KnownOperator> known) {
    for (var name : List.of("Identity", "Dropout")) {
      known.put(name, new KnownOperator(KnownOperators::first, Forms::same));
    }
    for (var name : List.of("Reshape", "Squeeze", "Unsqueeze", "Flatten")) {
      known.put(name, new KnownOperator(KnownOperators::first, Forms::reshape));
    }
    known.put("Expand", new KnownOperator(KnownOperators::first, Forms::expand));
    known.put("Transpose", new KnownOperator(KnownOperators::first, Forms::transpose));
    known.put("Pad", new KnownOperator(KnownOperators::first, Forms::pad));
    known.put("Trilu", new KnownOperator(KnownOperators::first, Forms::triangle));
    known.put("Cast", new KnownOperator(KnownOperators::first, Casts::back));
    known.put("CastLike", new KnownOperator(KnownOperators::first, Casts::back));
  }

  private static void addReductions(Map<String, KnownOperator> known) {
    known.put("ReduceSum", new KnownOperator(KnownOperators::first, Reductions::sum));
    known.put("ReduceMean", new KnownOperator(KnownOperators::first, Reductions::mean));
    for (var name : List.of("ReduceMax", "ReduceMin")) {
      known.put(name, new KnownOperator(KnownOperators::first, Reductions::extreme));
    }
  }

  private static void addFused(Map<String, KnownOperator> known) {
    known.put("LayerNormalization", new KnownOperator(KnownOperators::all, Norms::layer));
    for (var name : List.of("RMSNormalization", "SimplifiedLayerNormalization")) {
      known.put(name, new KnownOperator(KnownOperators::all, Norms::rootMeanSquare));
    }
    known.put("SkipLayerNormalization", new KnownOperator(KnownOperators::all, Norms::skipLayer));
    known.put(
        "SkipSimplifiedLayerNormalization",
        new KnownOperator(KnownOperators::all, Norms::skipRootMeanSquare));
    known.put("Gelu", new KnownOperator(KnownOperators::first, Activations::gelu));
    known.put("BiasGelu", new KnownOperator(KnownOperators::all, Activations::biasGelu));
    known.put("FastGelu", new KnownOperator(KnownOperators::all, Activations::fastGelu));
    known.put(
        "QuickGelu",
        new KnownOperator(KnownOperators::first, Activations.sigmoid(Activations.quick())));
    known.put("Swish", new KnownOperator(KnownOperators::first, Activations.sigmoid(1)));
    known.put("RotaryEmbedding", new KnownOperator(KnownOperators::first, Rotations::apply));
  }

  /// The rule for the operator of a node; empty if there is none.
  public static Optional<KnownOperator> find(Node node) {
    if (node.operator().equals("Cast") && !Casts.keepsReals(node)) {
      return Optional.of(KnownOperator.FLAT);
    }
    return Optional.ofNullable(KNOWN.get(node.operator()))
        .or(
            () ->
                Functions.find(node.operator())
                    .map(rule -> new KnownOperator(KnownOperators::first, rule)));
  }
}
