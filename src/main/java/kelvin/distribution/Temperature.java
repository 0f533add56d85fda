package kelvin.distribution;

import java.util.Map;

/// Divides every logit by τ: p = softmax(l / τ).
///
/// Range: τ ≥ 0. 0 is greedy: the lowest id among the maxima has all mass. Default: 1.
public record Temperature(double temperature) implements TemperatureStage {

  public Temperature {
    Range.check("temperature", temperature, temperature >= 0, "0 (greedy) or greater");
  }

  @Override
  public StageKind kind() {
    return StageKind.TEMPERATURE;
  }

  @Override
  public double temperature(Survivors before) {
    return temperature;
  }

  static Temperature read(StageValues values) {
    return new Temperature(values.number("temperature", 1));
  }

  @Override
  public Map<String, Object> settings() {
    return Map.of("temperature", temperature);
  }
}
