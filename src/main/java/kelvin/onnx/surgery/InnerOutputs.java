package kelvin.onnx.surgery;

import java.util.List;

/// A graph with more outputs than its file declares.
///
/// @param model the bytes of the whole model
/// @param names the names of the added outputs
@SuppressWarnings("ArrayRecordComponent") // lives until the session is made and is never compared
public record InnerOutputs(byte[] model, List<String> names) {

  /// The prefix of the names that are added to a graph.
  public static final String PREFIX = "kelvin/inside/";

  /// Adds the last hidden state: what the head multiplies.
  ///
  /// @param model the graph with its large weights in files
  /// @param logits the output with the logits
  public static InnerOutputs features(byte[] model, Graph graph, String logits)
      throws UnknownPartException {
    var fragment = new Fragment();
    fragment.output(new HeadRule(graph).find(logits).features(), PREFIX + "features");
    return of(model, fragment);
  }

  /// Adds the logits of each layer at the last position, from the embeddings to the last block.
  /// They are in one output or in one for each layer.
  ///
  /// @param model the graph with its large weights in files
  /// @param logits the output with the logits
  public static InnerOutputs layers(byte[] model, Graph graph, String logits)
      throws UnknownPartException {
    var fragment = new Fragment();
    new Lens(graph, fragment).add(new ResidualRule(graph).find(logits), logits);
    return of(model, fragment);
  }

  /// The bytes of a model between those of two fragments: what nodes of the model need stands
  /// before it.
  public static byte[] around(Fragment front, byte[] model, Fragment back) {
    var before = front.toByteArray();
    var after = back.toByteArray();
    var all = new byte[Math.addExact(before.length, Math.addExact(model.length, after.length))];
    System.arraycopy(before, 0, all, 0, before.length);
    System.arraycopy(model, 0, all, before.length, model.length);
    System.arraycopy(after, 0, all, before.length + model.length, after.length);
    return all;
  }

  /// The model with what was added to it.
  public static InnerOutputs of(byte[] model, Fragment fragment) {
    var more = fragment.toByteArray();
    var all = new byte[Math.addExact(model.length, more.length)];
    System.arraycopy(model, 0, all, 0, model.length);
    System.arraycopy(more, 0, all, model.length, more.length);
    return new InnerOutputs(all, fragment.outputs());
  }
}
