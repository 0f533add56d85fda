package kelvin.onnx.training;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import kelvin.inference.training.WeightChoice;
import kelvin.onnx.surgery.Blocks;
import kelvin.onnx.surgery.Graph;
import kelvin.onnx.surgery.Node;
import kelvin.onnx.surgery.UnknownPartException;
import kelvin.onnx.training.WeightRule.Weight;

/// Takes those weights that a choice names.
public final class ChosenWeights {

  private ChosenWeights() {}

  /// @param all the weights of the graph
  /// @param logits the output with the logits
  /// @throws UnknownPartException if there is none, or if the blocks are not found
  public static List<Weight> of(
      Collection<Weight> all, WeightChoice choice, Graph graph, String logits)
      throws UnknownPartException {
    var chosen =
        switch (choice) {
          case ALL -> List.copyOf(all);
          case NORMS ->
              all.stream().filter(each -> each.tensor().dimensions().size() == 1).toList();
          case LAST -> used(all, Blocks.of(graph, logits).last());
          case MATRICES ->
              used(all, Blocks.of(graph, logits).all()).stream()
                  .filter(each -> each.tensor().dimensions().size() == 2)
                  .toList();
        };
    if (chosen.isEmpty()) {
      throw new UnknownPartException(
          "The graph has no weights of this kind that can be trained. Choose another --depth.");
    }
    return chosen;
  }

  private static List<Weight> used(Collection<Weight> all, Set<Node> nodes) {
    return all.stream().filter(each -> nodes.containsAll(each.users())).toList();
  }
}
