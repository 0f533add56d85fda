package kelvin.remote.oip;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import kelvin.remote.http.Reply;
import kelvin.remote.http.ServerException;

/// The server's description of a model: the answer to `GET /v2/models/NAME`.
///
/// @param name of the model
record ModelMetadata(String name, List<Described> inputs, List<Described> outputs) {

  ModelMetadata {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /// An input or output.
  ///
  /// @param type the name of its type in the protocol, such as `FP32`
  /// @param shape the lengths of its axes; −1 is any length
  record Described(String name, String type, List<Long> shape) {

    Described {
      shape = List.copyOf(shape);
    }

    int rank() {
      return shape.size();
    }

    boolean isInteger() {
      return TensorType.of(type).filter(TensorType::isInteger).isPresent();
    }

    boolean isReal() {
      return TensorType.of(type).filter(TensorType::isReal).isPresent();
    }
  }

  /// @param host for messages
  /// @throws ServerException if the answer is not one of the protocol
  static ModelMetadata of(Reply reply, String host) {
    try {
      var root = JsonParser.parseReader(reply.reader()).getAsJsonObject();
      return new ModelMetadata(
          root.get("name").getAsString(), described(root, "inputs"), described(root, "outputs"));
    } catch (JsonParseException
        | IllegalStateException
        | NullPointerException
        | UnsupportedOperationException
        | NumberFormatException e) {
      throw Answers.notOfTheProtocol(host, "its description of the model cannot be read");
    }
  }

  private static List<Described> described(JsonObject root, String member) {
    var all = new ArrayList<Described>();
    for (var element : root.getAsJsonArray(member)) {
      var each = element.getAsJsonObject();
      var shape = each.getAsJsonArray("shape").asList().stream().map(JsonElement::getAsLong);
      all.add(
          new Described(
              each.get("name").getAsString(), each.get("datatype").getAsString(), shape.toList()));
    }
    return all;
  }
}
