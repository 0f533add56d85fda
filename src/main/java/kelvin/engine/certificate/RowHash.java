package kelvin.engine.certificate;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import kelvin.distribution.Logits;
import kelvin.text.Sha256;

/// The hash of a row of logits: SHA-256 of its numbers in single precision, little-endian, by token
/// id. One other bit in one logit makes it another hash.
final class RowHash {

  private RowHash() {}

  /// @param logits the model's own, not edited
  static String of(Logits logits) {
    var row = logits.toArray();
    var bytes = ByteBuffer.allocate(row.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(row);
    return Sha256.of(bytes.array());
  }
}
