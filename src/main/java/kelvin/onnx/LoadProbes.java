package kelvin.onnx;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kelvin.inference.Cancellation;
import kelvin.inference.ModelDescriptor.ProbeOutcome;

/// A few tiny runs at load that show whether the graph is fed rightly, whatever its names say.
///
/// All compare rows of logits of the same tokens reached in two ways.
final class LoadProbes {

  /// Below this share of the logits' own spread two rows count as equal in single precision.
  private static final double TOLERANCE = 1e-3;

  /// A row that sees a later token differs by the order of the spread itself.
  private static final double CAUSAL_TOLERANCE = 0.05;

  private final GraphRunner runner;
  private final LogitsBuffer logits;
  private final int[] ids;
  private final List<ProbeOutcome> outcomes = new ArrayList<>();

  /// @param ids four ordinary token ids, different from each other where the vocabulary allows
  LoadProbes(GraphRunner runner, LogitsBuffer logits, int[] ids) {
    this.runner = runner;
    this.logits = logits;
    this.ids = ids.clone();
  }

  List<ProbeOutcome> outcomes() {
    return List.copyOf(outcomes);
  }

  /// Runs all that apply; every probe is tried, whatever the one before said.
  void run() throws OrtException {
    int a = ids[0];
    int b = ids[1];
    int c = ids[2];
    int d = ids[3];
    var whole = fresh(a, b, c);
    var other = fresh(a, b, d);
    record(
        "causal",
        "Does another third token leave the first two rows as they are?",
        CAUSAL_TOLERANCE,
        difference(whole.subList(0, 2), other.subList(0, 2)),
        whole);
    if (runner.signature().cache().isEmpty()) {
      return;
    }
    fresh(a, b);
    record(
        "cache",
        "Does a token after cached ones get the row that it gets in one run?",
        TOLERANCE,
        difference(whole.subList(2, 3), after(c)),
        whole);
    fresh(a);
    record(
        "continuation",
        "Do two tokens after a cached one get the rows that they get in one run?",
        TOLERANCE,
        difference(whole.subList(1, 3), after(b, c)),
        whole);
    runner.crop(1);
    record(
        "crop",
        "Does a token after a shortened cache get the row that it gets in one run?",
        TOLERANCE,
        difference(whole.subList(1, 2), after(b)),
        whole);
    runner.crop(0);
  }

  boolean passed(String name) {
    return outcomes.stream().anyMatch(outcome -> outcome.name().equals(name) && outcome.passed());
  }

  boolean failed(String name) {
    return outcomes.stream().anyMatch(outcome -> outcome.name().equals(name) && !outcome.passed());
  }

  private List<float[]> fresh(int... newIds) throws OrtException {
    runner.crop(0);
    return after(newIds);
  }

  private List<float[]> after(int... newIds) throws OrtException {
    runner.run(newIds, newIds.length, logits, new Cancellation());
    var rows = new ArrayList<float[]>();
    for (int i = 0; i < newIds.length; i++) {
      var row = logits.row(i);
      rows.add(Arrays.copyOf(row, row.length));
    }
    return rows;
  }

  private void record(
      String name, String question, double tolerance, double difference, List<float[]> whole) {
    boolean passed = difference <= tolerance * Math.max(1, spread(whole.getFirst()));
    outcomes.add(new ProbeOutcome(name, question, passed, difference));
  }

  /// The largest |Δ|; infinite logits that agree differ by nothing, NaN differs by everything.
  private static double difference(List<float[]> some, List<float[]> others) {
    double largest = 0;
    for (int r = 0; r < some.size(); r++) {
      for (int id = 0; id < some.get(r).length; id++) {
        float x = some.get(r)[id];
        float y = others.get(r)[id];
        double delta = x == y ? 0 : Math.abs((double) x - y);
        largest = Double.isNaN(delta) ? Double.POSITIVE_INFINITY : Math.max(largest, delta);
      }
    }
    return largest;
  }

  /// The standard deviation of the finite logits.
  private static double spread(float[] row) {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (float logit : row) {
      if (Float.isFinite(logit)) {
        sum += logit;
        squares += (double) logit * logit;
        count++;
      }
    }
    double mean = count == 0 ? 0 : sum / count;
    return count == 0 ? 0 : Math.sqrt(Math.max(0, squares / count - mean * mean));
  }
}
