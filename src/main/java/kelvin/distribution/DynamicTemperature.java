package kelvin.distribution;

import java.util.LinkedHashMap;
import java.util.Map;

/// Scales the logits with a temperature that depends on the entropy: low where the model is
/// certain, high where it is not.
///
/// `τ = τ₁ + (τ₂ − τ₁) · (H / ln n)^exponent` with `τ₁ = max(0, temperature − range)` and `τ₂ =
/// temperature + range`, where n is the number of tokens that the stage sees. A single token is
/// left unchanged. Source: `llama_sampler_temp_ext` of llama.cpp. Range: all ≥ 0. Default: 1,
/// range 0 (fixed), exponent 1.
///
/// @param temperature the middle of the interval from τ₁ to τ₂
/// @param range the distance of τ₁ and τ₂ from the middle; 0 gives a fixed temperature
/// @param exponent the exponent of the normalised entropy
public record DynamicTemperature(double temperature, double range, double exponent)
    implements TemperatureStage {

  public DynamicTemperature {
    Range.check("temperature", temperature, temperature >= 0, "0 (greedy) or greater");
    Range.check("range", range, range >= 0, "0 (fixed) or greater");
    Range.check("exponent", exponent, exponent >= 0, "0 or greater");
  }

  @Override
  public StageKind kind() {
    return StageKind.DYNAMIC_TEMPERATURE;
  }

  @Override
  public double temperature(Survivors before) {
    if (range == 0) {
      return temperature;
    }
    if (before.count() == 1) {
      return 1;
    }
    double low = Math.max(0, temperature - range);
    double high = temperature + range;
    double normalised = Math.min(1, before.entropy() / StrictMath.log(before.count()));
    return low + (high - low) * StrictMath.pow(normalised, exponent);
  }

  static DynamicTemperature read(StageValues values) {
    return new DynamicTemperature(
        values.number("temperature", 1), values.number("range", 0), values.number("exponent", 1));
  }

  @Override
  public Map<String, Object> settings() {
    var settings = new LinkedHashMap<String, Object>();
    settings.put("temperature", temperature);
    settings.put("range", range);
    settings.put("exponent", exponent);
    return settings;
  }
}
