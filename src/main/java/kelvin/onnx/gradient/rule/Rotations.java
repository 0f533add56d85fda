package kelvin.onnx.gradient.rule;

import java.util.ArrayList;
import kelvin.onnx.gradient.tape.Step;

/// `RotaryEmbedding`: the gradient turns back by the same angle.
final class Rotations {

  private Rotations() {}

  static void apply(Step step) {
    var inputs = new ArrayList<>(step.node().inputs());
    // ONNX has cosines, sines and positions; ONNX Runtime has positions first.
    int sines = step.node().title().domain().isEmpty() ? 2 : 3;
    inputs.set(0, step.gradient());
    inputs.set(sines, step.tape().add("Neg", inputs.get(sines)));
    step.give(0, step.tape().again(step.node(), inputs));
  }
}
