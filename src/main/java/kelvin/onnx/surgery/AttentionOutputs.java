package kelvin.onnx.surgery;

import java.util.ArrayList;
import java.util.List;

/// A graph that also gives the attention of the last position, in all layers.
///
/// @param model the bytes of the whole model
/// @param layers the added outputs; a layer has several if its heads are computed apart
@SuppressWarnings("ArrayRecordComponent") // lives until the session is made and is never compared
public record AttentionOutputs(byte[] model, List<List<Weights>> layers) {

  private static final String PREFIX = InnerOutputs.PREFIX + "attention/";

  /// The axis of the positions that look, counted from the end, as most graphs have it.
  private static final int ROWS = -2;

  /// The same where each of these positions has all its heads side by side.
  private static final int TURNED_ROWS = -3;

  private static final long FLOAT32 = Tensor.FLOAT32;

  /// The outputs for one softmax.
  ///
  /// @param rows the last row of each head, one after the other
  /// @param turned the same for a graph that has its heads behind its positions
  /// @param shape the shape of all weights, as float32
  public record Weights(String rows, String turned, String shape) {}

  /// @param model the graph with its large weights in files
  public static AttentionOutputs of(byte[] model, Graph graph) throws UnknownPartException {
    var fragment = new Fragment();
    var last = PREFIX + "last";
    fragment.constant(last, List.of(-1L));
    var layers = new ArrayList<List<Weights>>();
    for (var layer : new AttentionRule(graph).find()) {
      var found = new ArrayList<Weights>();
      for (var weights : layer) {
        found.add(add(fragment, weights, PREFIX + layers.size() + "/" + found.size() + "/", last));
      }
      layers.add(found);
    }
    return new AttentionOutputs(InnerOutputs.of(model, fragment).model(), layers);
  }

  private static Weights add(Fragment fragment, String weights, String prefix, String last) {
    var names = new Weights(prefix + "rows", prefix + "turned", prefix + "shape");
    addRows(fragment, weights, names.rows(), last, ROWS);
    addRows(fragment, weights, names.turned(), last, TURNED_ROWS);
    fragment.node("Shape", List.of(weights), prefix + "lengths");
    fragment.node("Cast", List.of(prefix + "lengths"), prefix + "reals", "to", FLOAT32);
    fragment.output(prefix + "reals", names.shape());
    return names;
  }

  private static void addRows(
      Fragment fragment, String weights, String name, String last, int axis) {
    fragment.node("Gather", List.of(weights, last), name + "/all", "axis", axis);
    fragment.node("Reshape", List.of(name + "/all", last), name + "/flat");
    fragment.output(name + "/flat", name);
  }
}
