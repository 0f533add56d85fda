package kelvin.onnx.surgery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kelvin.onnx.surgery.Residual.End;

/// Finds the residual stream, to which each block adds something.
///
/// A sum is part of the stream if all its terms but one are computed from that one, which is the
/// stream before. A block begins where what is added mixes positions, as attention and
/// convolutions do. So a block may have one sum or several.
final class ResidualRule {

  private static final String SUBJECT = "The residual stream is not found: ";
  private static final int MAX_TERMS = 6;

  /// Operators that keep the numbers of their first input.
  private static final Set<String> SAME =
      Set.of(
          "Cast",
          "Identity",
          "Reshape",
          "Squeeze",
          "Unsqueeze",
          "Flatten",
          "Dropout",
          "QuantizeLinear",
          "DequantizeLinear");

  /// Other operators of which only the first input carries numbers.
  private static final Set<String> PLACED =
      Set.of("Slice", "Gather", "GatherND", "GatherElements", "Expand", "Split", "Clip");

  private final Graph graph;
  private final Ancestry ancestry;

  /// A sum and its terms.
  private record Sum(End end, List<String> terms) {}

  /// A sum of the stream.
  ///
  /// @param before the term that is the stream before, in its first form
  /// @param added the same term as it is added
  private record Step(String before, String added, boolean mixes) {}

  ResidualRule(Graph graph) {
    this.graph = graph;
    ancestry = new Ancestry(graph);
  }

  /// Returns whether an operator adds two values and norms the sum.
  static boolean isFused(Node node) {
    return node.operator().equals("SkipLayerNormalization")
        || node.operator().equals("SkipSimplifiedLayerNormalization");
  }

  /// @param logits the output with the logits
  Residual find(String logits) throws UnknownPartException {
    var features = new HeadRule(graph).find(logits).features();
    var last = nearest(features);
    if (last.size() != 1) {
      throw new UnknownPartException(
          SUBJECT
              + (last.isEmpty()
                  ? "before the last hidden state " + features + " is no sum to which blocks add."
                  : "before the last hidden state are "
                      + last.size()
                      + " sums, "
                      + String.join(" and ", last.keySet())
                      + "."));
    }
    var sum = last.values().iterator().next();
    var end = sum.end();
    var before = new ArrayList<String>();
    var added = new ArrayList<String>();
    for (var step = step(sum); step.isPresent(); ) {
      var stream = step.get().before();
      if (step.get().mixes()) {
        before.addFirst(stream);
        added.addFirst(step.get().added());
      }
      step = sum(stream).flatMap(this::step);
      if (step.isEmpty()) {
        step = scaled(stream).flatMap(this::step);
        end = step.isPresent() ? scaledEnd(end) : end;
      }
      if (step.isEmpty()) {
        step = normed(stream);
        end = step.isPresent() ? new End(normedEnd(features), Optional.empty()) : end;
      }
    }
    return checked(before, added, end);
  }

  private Residual checked(List<String> before, List<String> added, End end)
      throws UnknownPartException {
    if (before.isEmpty()) {
      throw new UnknownPartException(
          SUBJECT + "nothing that mixes positions is added to " + end.value() + ".");
    }
    var start = before.getFirst();
    if (ancestry.mixes(List.of(start), "")) {
      var operator = graph.producer(start).map(Node::operator).orElse("input");
      throw new UnknownPartException(
          SUBJECT + "it goes back to an operator " + operator + " in the middle of the model.");
    }
    return new Residual(List.copyOf(before), List.copyOf(added), end);
  }

  /// The step before a norm of the stream itself, as in models that norm after each block.
  private Optional<Step> normed(String stream) {
    var sums = nearest(stream);
    return sums.size() == 1 ? step(sums.values().iterator().next()) : Optional.empty();
  }

  /// The normed stream after the last block: the last hidden state, before it is projected to
  /// another width where the model does so.
  private String normedEnd(String features) {
    var seen = new HashSet<String>();
    var open = new ArrayDeque<String>(List.of(features));
    var end = features;
    while (!open.isEmpty()) {
      var value = open.removeFirst();
      var node = graph.producer(value).orElse(null);
      if (node == null || !graph.isComputed(value) || !seen.add(value) || sum(value).isPresent()) {
        continue;
      }
      if (HeadRule.isProduct(node)) {
        open.clear();
        end = same(node.input(0));
        open.add(end);
      } else if (!isFused(node)) {
        boolean first = SAME.contains(node.operator()) || PLACED.contains(node.operator());
        node.inputs().stream().limit(first ? 1 : Integer.MAX_VALUE).forEach(open::add);
      }
    }
    return end;
  }

  /// The nearest sums on all ways back from a value, on which no positions are mixed.
  private Map<String, Sum> nearest(String from) {
    var found = new LinkedHashMap<String, Sum>();
    var seen = new HashSet<String>();
    var open = new ArrayDeque<String>(List.of(from));
    while (!open.isEmpty()) {
      var value = open.removeFirst();
      var producer = graph.producer(value);
      if (!graph.isComputed(value) || !seen.add(value) || producer.isEmpty()) {
        continue;
      }
      var node = producer.get();
      var sum = sum(value);
      if (isFused(node)) {
        var end = new End(node.output(0), Optional.of(node));
        found.put(end.value(), sum.orElse(new Sum(end, node.inputs().subList(0, 2))));
      } else if (sum.isPresent()) {
        found.put(value, sum.get());
      } else if (!ancestry.mixes(node)) {
        boolean first = SAME.contains(node.operator()) || PLACED.contains(node.operator());
        node.inputs().stream().limit(first ? 1 : Integer.MAX_VALUE).forEach(open::add);
      }
    }
    return found;
  }

  /// The sum that a value is, if it is one of computed values.
  private Optional<Sum> sum(String value) {
    var node = graph.producer(value).orElse(null);
    if (node == null) {
      return Optional.empty();
    }
    boolean adds = node.operator().equals("Add") || node.operator().equals("Sum");
    if (!adds && !(isFused(node) && value.equals(node.output(3)))) {
      return Optional.empty();
    }
    var terms = adds ? node.inputs() : node.inputs().subList(0, 2);
    var computed = terms.stream().filter(graph::isComputed).toList();
    return computed.size() < 2
        ? Optional.empty()
        : Optional.of(new Sum(new End(value, Optional.empty()), computed));
  }

  /// The sum that a value is, but for a constant factor.
  private Optional<Sum> scaled(String value) {
    return graph
        .producer(value)
        .filter(node -> node.operator().equals("Mul") || node.operator().equals("Div"))
        .flatMap(
            node -> {
              var computed = node.inputs().stream().filter(graph::isComputed).toList();
              return computed.size() == 1 ? sum(same(computed.getFirst())) : Optional.empty();
            });
  }

  /// The stream after the last block where it is multiplied after each.
  private End scaledEnd(End end) {
    var users = graph.nodes().stream().filter(node -> node.inputs().contains(end.value())).toList();
    boolean isScaled = users.size() == 1 && scaled(users.getFirst().output(0)).isPresent();
    return isScaled ? new End(users.getFirst().output(0), Optional.empty()) : end;
  }

  private Optional<Step> step(Sum sum) {
    // Each term in its first form, with the form in which it is added.
    var forms = new HashMap<String, String>();
    var terms = new ArrayList<>(sum.terms().stream().map(term -> first(term, forms)).toList());
    while (terms.size() <= MAX_TERMS) {
      for (int i = 0; i < terms.size(); i++) {
        var term = terms.get(i);
        var others = new ArrayList<>(terms);
        others.remove(i);
        if (others.stream().allMatch(other -> ancestry.dependsOn(other, term))) {
          return Optional.of(
              new Step(term, forms.getOrDefault(term, term), ancestry.mixes(others, term)));
        }
      }
      var inner = terms.stream().filter(term -> sum(term).isPresent()).findFirst();
      if (inner.isEmpty()) {
        return Optional.empty();
      }
      terms.remove(inner.get());
      sum(inner.get()).orElseThrow().terms().forEach(term -> terms.add(first(term, forms)));
    }
    return Optional.empty();
  }

  private String first(String term, Map<String, String> forms) {
    var first = same(term);
    forms.putIfAbsent(first, term);
    return first;
  }

  /// The first value with the same numbers, before other shapes and types.
  private String same(String value) {
    var first = value;
    for (var node = graph.producer(first);
        node.isPresent()
            && SAME.contains(node.get().operator())
            && graph.isComputed(node.get().input(0));
        node = graph.producer(first)) {
      first = node.get().input(0);
    }
    return first;
  }
}
