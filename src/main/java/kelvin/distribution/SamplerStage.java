package kelvin.distribution;

import java.util.List;
import java.util.Map;

/// One stage between the model's logits and the draw.
///
/// There are three kinds. A `LogitTransform` changes single logits; it needs the tokens so far
/// but not their ranking. A `TemperatureStage` scales all logits. A `TruncationStage` removes
/// ranks. A stage consists of its settings, which are always within their range. The chain knows
/// whether a stage is on.
public sealed interface SamplerStage permits LogitTransform, TemperatureStage, TruncationStage {

  StageKind kind();

  /// The settings by name, as in files: numbers, strings, booleans and lists of them.
  Map<String, Object> settings();

  /// The ids of tokens that the settings name.
  default List<Integer> tokenIds() {
    return List.of();
  }

  /// The name in files, on the command line and in the window, such as `top-p`.
  default String name() {
    return kind().label();
  }
}
