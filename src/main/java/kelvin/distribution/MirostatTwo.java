package kelvin.distribution;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Mirostat 2: keeps the tokens with a surprisal of at most μ bits, and always the first token.
///
/// Range: target > 0 bits, rate > 0. Default: 5 and 0.1, as in llama.cpp.
public record MirostatTwo(double target, double rate) implements Mirostat {

  public MirostatTwo {
    Range.check("mirostat's target", target, target > 0, "greater than 0 bits");
    Range.check("mirostat's rate", rate, rate > 0, "greater than 0");
  }

  @Override
  public StageKind kind() {
    return StageKind.MIROSTAT_2;
  }

  @Override
  public Survivors keep(Survivors before, StepContext step) {
    double mu = mu(step);
    int low = before.first();
    int high = before.last();
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (bits(before, middle) <= mu) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return before.keep(before.first(), low);
  }

  private static double bits(Survivors before, int rank) {
    return before.surprisal(rank) / StrictMath.log(2);
  }

  @Override
  public Optional<Shortfall> shortfall(int rank, Survivors before, StepContext step) {
    double has = bits(before, rank);
    return has <= mu(step)
        ? Optional.empty()
        : Optional.of(new Shortfall(Shortfall.Measure.SURPRISAL, mu(step), has));
  }

  static MirostatTwo read(StageValues values) {
    return new MirostatTwo(values.number("target", 5), values.number("rate", 0.1));
  }

  @Override
  public Map<String, Object> settings() {
    var settings = new LinkedHashMap<String, Object>();
    settings.put("target", target);
    settings.put("rate", rate);
    return settings;
  }
}
