package kelvin.engine.tuning;

import java.nio.FloatBuffer;

/// Numbers that the optimiser changes.
///
/// @param name for messages
/// @param values the numbers
/// @param gradient of the step's loss
/// @param decays whether decay makes them smaller: matrices, not the scales of norms or biases
record Parameter(String name, FloatBuffer values, FloatBuffer gradient, boolean decays) {

  int size() {
    return values.capacity();
  }
}
