package kelvin.remote.oip;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kelvin.remote.http.Reply;
import kelvin.remote.http.ServerException;

/// Reads the outputs in the answer to a run.
final class InferReply {

  private final Reply reply;
  private final String host;
  private final Map<String, Tensor> outputs = new LinkedHashMap<>();

  /// The place of the next tensor's bytes behind the JSON.
  private int next;

  private InferReply(Reply reply, String host) {
    this.reply = reply;
    this.host = host;
  }

  /// @return the outputs by name
  /// @throws ServerException if the answer is not whole, or not one of the protocol
  static Map<String, Tensor> read(Reply reply, String host) {
    var read = new InferReply(reply, host);
    try {
      read.readAll();
      return read.outputs;
    } catch (EOFException | MalformedJsonException e) {
      throw read.wrong("its answer breaks off or is no JSON");
    } catch (IOException | IllegalStateException | NumberFormatException e) {
      throw read.wrong("its answer has a member of the wrong type");
    }
  }

  private ServerException wrong(String what) {
    return Answers.notOfTheProtocol(host, what);
  }

  private void readAll() throws IOException {
    next = lengthOfJson();
    var json = new JsonReader(reply.reader(next));
    // A server may write NaN, which then gets a sentence of its own.
    json.setStrictness(Strictness.LENIENT);
    json.beginObject();
    while (json.hasNext()) {
      if (json.nextName().equals("outputs")) {
        json.beginArray();
        while (json.hasNext()) {
          readOutput(json);
        }
        json.endArray();
      } else {
        json.skipValue();
      }
    }
    json.endObject();
  }

  private int lengthOfJson() {
    var given = reply.header(InferRequest.JSON_LENGTH);
    int length = given.map(Integer::parseInt).orElse(reply.length());
    if (length < 0 || length > reply.length()) {
      throw wrong("its answer is shorter than its header says");
    }
    return length;
  }

  private void readOutput(JsonReader json) throws IOException {
    var name = "";
    var type = "";
    var shape = new ArrayList<Long>();
    var size = OptionalInt.empty();
    Optional<List<String>> data = Optional.empty();
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "name" -> name = json.nextString();
        case "datatype" -> type = json.nextString();
        case "shape" -> {
          json.beginArray();
          while (json.hasNext()) {
            shape.add(json.nextLong());
          }
          json.endArray();
        }
        case "parameters" -> size = sizeOfBytes(json);
        case "data" -> {
          var numbers = new ArrayList<String>();
          readNumbers(json, numbers);
          data = Optional.of(numbers);
        }
        default -> json.skipValue();
      }
    }
    json.endObject();
    var known = TensorType.of(type).filter(TensorType::isReal);
    if (known.isEmpty()) {
      throw wrong("the output " + name + " has the type " + type);
    }
    outputs.put(name, tensor(name, known.get(), shape, size, data));
  }

  private static OptionalInt sizeOfBytes(JsonReader json) throws IOException {
    var size = OptionalInt.empty();
    json.beginObject();
    while (json.hasNext()) {
      if (json.nextName().equals("binary_data_size")) {
        size = OptionalInt.of(json.nextInt());
      } else {
        json.skipValue();
      }
    }
    json.endObject();
    return size;
  }

  /// Numbers may be nested as the shape is, or in one row.
  private static void readNumbers(JsonReader json, List<String> numbers) throws IOException {
    int depth = 0;
    do {
      if (json.peek() == JsonToken.BEGIN_ARRAY) {
        json.beginArray();
        depth++;
      } else if (json.peek() == JsonToken.END_ARRAY) {
        json.endArray();
        depth--;
      } else if (json.peek() == JsonToken.NULL) {
        json.nextNull();
        numbers.add("NaN");
      } else {
        numbers.add(json.nextString());
      }
    } while (depth > 0);
  }

  private Tensor tensor(
      String name,
      TensorType type,
      List<Long> shape,
      OptionalInt size,
      Optional<List<String>> data) {
    long count = Tensor.count(shape);
    long bytes = count * type.size();
    if (size.isPresent()) {
      if (count < 0 || size.getAsInt() != bytes || bytes > reply.length() - next) {
        throw wrong("the output " + name + " has not the bytes that its shape " + shape + " needs");
      }
      var taken = reply.from(next).limit((int) bytes);
      next += (int) bytes;
      return new Tensor(name, type, shape, taken);
    }
    if (count < 0 || data.isEmpty() || data.get().size() != count || bytes > Integer.MAX_VALUE) {
      throw wrong("the output " + name + " has not the numbers that its shape " + shape + " needs");
    }
    var room = Tensor.room((int) bytes);
    for (var number : data.get()) {
      // From the digits at once: a double between would round twice.
      float value = Float.parseFloat(number);
      if (type == TensorType.FP32) {
        room.putFloat(value);
      } else {
        room.putShort(Float.floatToFloat16(value));
      }
    }
    return new Tensor(name, type, shape, room.flip());
  }
}
