package kelvin.distribution;

import java.util.Map;

/// One stage of the way from the model's logits to what the draw uses.
///
/// Three kinds, by what they need: a `LogitTransform` changes single logits and needs the tokens so
/// far, not their ranking; a `TemperatureStage` scales all logits; a `TruncationStage` removes
/// ranks. A stage is its settings, always inside their range: being off is a matter of the chain.
public sealed interface SamplerStage permits LogitTransform, TemperatureStage, TruncationStage {

  StageKind kind();

  /// The settings by name, as in files: numbers, texts, truths and lists of them.
  Map<String, Object> settings();

  /// The name in files, on the command line and in the window, such as `top-p`.
  default String name() {
    return kind().label();
  }
}
