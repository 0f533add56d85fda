package kelvin.remote.oip;

import com.google.gson.stream.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// The body of `POST …/infer` with its headers: all in JSON, or with the numbers as bytes behind it
/// (the binary tensor data extension).
final class InferRequest {

  /// The header with the length of the JSON before the bytes.
  static final String JSON_LENGTH = "Inference-Header-Content-Length";

  private final Map<String, String> headers;
  private final byte[] body;

  private InferRequest(Map<String, String> headers, byte[] body) {
    this.headers = headers;
    this.body = body;
  }

  Map<String, String> headers() {
    return headers;
  }

  /// The bytes to send; not copied.
  byte[] body() {
    return body;
  }

  /// @param outputs the names of the wanted outputs
  static InferRequest of(List<Tensor> inputs, List<String> outputs, boolean binary) {
    try {
      var body = new ByteArrayOutputStream();
      writeJson(body, inputs, outputs, binary);
      if (!binary) {
        return new InferRequest(Map.of("Content-Type", "application/json"), body.toByteArray());
      }
      int length = body.size();
      for (var input : inputs) {
        var bytes = new byte[input.bytes().remaining()];
        input.bytes().duplicate().get(bytes);
        body.writeBytes(bytes);
      }
      var headers =
          Map.of("Content-Type", "application/octet-stream", JSON_LENGTH, String.valueOf(length));
      return new InferRequest(headers, body.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeJson(
      ByteArrayOutputStream body, List<Tensor> inputs, List<String> outputs, boolean binary)
      throws IOException {
    var json = new JsonWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8));
    json.beginObject().name("inputs").beginArray();
    for (var input : inputs) {
      json.beginObject().name("name").value(input.name());
      json.name("datatype").value(input.type().name()).name("shape").beginArray();
      for (long length : input.shape()) {
        json.value(length);
      }
      json.endArray();
      if (binary) {
        json.name("parameters").beginObject();
        json.name("binary_data_size").value(input.bytes().remaining()).endObject();
      } else {
        json.name("data").beginArray();
        writeNumbers(json, input);
        json.endArray();
      }
      json.endObject();
    }
    json.endArray().name("outputs").beginArray();
    for (var output : outputs) {
      json.beginObject().name("name").value(output);
      json.name("parameters").beginObject().name("binary_data").value(binary).endObject();
      json.endObject();
    }
    json.endArray().endObject().flush();
  }

  /// A float is written with the digits that give it again, bit for bit.
  private static void writeNumbers(JsonWriter json, Tensor input) throws IOException {
    var bytes = input.bytes().duplicate().order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      switch (input.type()) {
        case INT64 -> json.value(bytes.getLong());
        case INT32 -> json.value(bytes.getInt());
        case BOOL -> json.value(bytes.get() != 0);
        case FP32 -> json.value(bytes.getFloat());
        case FP16 -> json.value(Float.float16ToFloat(bytes.getShort()));
      }
    }
  }
}
