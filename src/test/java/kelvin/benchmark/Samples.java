package kelvin.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Collects measured numbers, in the order of their rounds.
final class Samples {

  private final List<Double> values = new ArrayList<>();

  void add(double value) {
    values.add(value);
  }

  double median() {
    return share(0.5);
  }

  /// The quantile: the given share of all values does not exceed it.
  double share(double share) {
    var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[Math.clamp((long) (share * sorted.length), 0, sorted.length - 1)];
  }

  /// The quotients of both samples, round by round.
  Samples over(Samples other) {
    var quotients = new Samples();
    for (int i = 0; i < values.size(); i++) {
      quotients.add(values.get(i) / other.values.get(i));
    }
    return quotients;
  }

  @Override
  public String toString() {
    return Arrays.toString(values.toArray());
  }
}
