package kelvin.distribution;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Mirostat 1: estimates Zipf's exponent ŝ from the first 100 tokens and keeps the k tokens whose
/// expected surprisal is μ.
///
/// `ŝ = Σ t·b / Σ t²` with `t_i = ln((i+2)/(i+1))` and `b_i = ln(p_i / p_{i+1})`; `ε = ŝ − 1`; `k
/// = (ε·2^μ / (1 − N^(−ε)))^(1/ŝ)` rounded down, where N is the vocabulary size. At ε = 0 the
/// limit `2^μ / ln N` is used. Range: target > 0 bits, rate > 0. Default: 5 and 0.1, as in
/// llama.cpp.
public record MirostatOne(double target, double rate) implements Mirostat {

  private static final int ESTIMATION_RANKS = 100;
  private static final double NEAR_ZERO = 1e-9;

  public MirostatOne {
    Range.check("mirostat's target", target, target > 0, "greater than 0 bits");
    Range.check("mirostat's rate", rate, rate > 0, "greater than 0");
  }

  @Override
  public StageKind kind() {
    return StageKind.MIROSTAT_1;
  }

  @Override
  public Survivors keep(Survivors before, StepContext step) {
    return before.keepFirst(k(before, mu(step)));
  }

  /// The number of tokens to keep; at least 1.
  static int k(Survivors before, double mu) {
    double exponent = zipfExponent(before);
    double surplus = exponent - 1;
    double power = StrictMath.pow(2, mu);
    double vocabulary = before.logits().count();
    double base =
        Math.abs(surplus) < NEAR_ZERO
            ? power / StrictMath.log(vocabulary)
            : surplus * power / (1 - StrictMath.pow(vocabulary, -surplus));
    double k = StrictMath.pow(base, 1 / exponent);
    // Equal first probabilities, or a single token, give no usable exponent. If k is then below 1
    // or NaN, only the first token stays.
    return k >= 1 ? (int) Math.min(k, before.count()) : 1;
  }

  /// Estimates Zipf's exponent from the first tokens.
  static double zipfExponent(Survivors before) {
    double products = 0;
    double squares = 0;
    int pairs = Math.min(ESTIMATION_RANKS, before.count()) - 1;
    for (int i = 0; i < pairs; i++) {
      double t = StrictMath.log((i + 2.0) / (i + 1.0));
      int rank = before.first() + i;
      products += t * (before.surprisal(rank + 1) - before.surprisal(rank));
      squares += t * t;
    }
    return products / squares;
  }

  @Override
  public Optional<Shortfall> shortfall(int rank, Survivors before, StepContext step) {
    int k = k(before, mu(step));
    int place = rank - before.first() + 1;
    return place <= k
        ? Optional.empty()
        : Optional.of(new Shortfall(Shortfall.Measure.RANK, k, place));
  }

  static MirostatOne read(StageValues values) {
    return new MirostatOne(values.number("target", 5), values.number("rate", 0.1));
  }

  @Override
  public Map<String, Object> settings() {
    var settings = new LinkedHashMap<String, Object>();
    settings.put("target", target);
    settings.put("rate", rate);
    return settings;
  }
}
