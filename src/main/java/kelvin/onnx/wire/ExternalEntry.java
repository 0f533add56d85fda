package kelvin.onnx.wire;

import java.io.IOException;

/// An entry of a tensor's `external_data`: a key, such as `location`, and its value.
public record ExternalEntry(String key, String value) {

  private static final int KEY = 1;
  private static final int VALUE = 2;

  /// Reads the entry that ends at `end`.
  public static ExternalEntry read(ProtobufReader reader, long end) throws IOException {
    var key = "";
    var value = "";
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      switch (field) {
        case KEY -> key = reader.string(end);
        case VALUE -> value = reader.string(end);
        default -> reader.skip(end);
      }
    }
    return new ExternalEntry(key, value);
  }

  public boolean isLocation() {
    return key.equals("location");
  }

  public ProtobufWriter write() {
    return new ProtobufWriter().text(KEY, key).text(VALUE, value);
  }
}
