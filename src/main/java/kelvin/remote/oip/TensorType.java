package kelvin.remote.oip;

import java.util.Optional;

/// The types of numbers that a language model's graph takes and gives, with the names of the
/// protocol.
enum TensorType {
  INT64(8),
  INT32(4),
  BOOL(1),
  FP32(4),
  FP16(2);

  private final int size;

  TensorType(int size) {
    this.size = size;
  }

  /// The bytes of one number.
  int size() {
    return size;
  }

  boolean isInteger() {
    return this == INT64 || this == INT32;
  }

  boolean isReal() {
    return this == FP32 || this == FP16;
  }

  /// The type with a name of the protocol; empty for types of other models.
  static Optional<TensorType> of(String name) {
    for (var type : values()) {
      if (type.name().equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
