package kelvin.engine.certificate;

import java.util.OptionalInt;

/// Something that a certificate says and that is not so now.
///
/// @param step 0-based; empty for what belongs to no step
/// @param recorded as the certificate has it, for display
/// @param now as it is now, for display
public record Difference(Stage stage, OptionalInt step, String recorded, String now) {

  static Difference of(Stage stage, String recorded, String now) {
    return new Difference(stage, OptionalInt.empty(), recorded, now);
  }

  static Difference at(int step, Stage stage, Object recorded, Object now) {
    return new Difference(
        stage, OptionalInt.of(step), String.valueOf(recorded), String.valueOf(now));
  }
}
