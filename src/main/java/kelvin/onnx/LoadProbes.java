package kelvin.onnx;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.ModelDescriptor.CacheKind;
import kelvin.inference.ModelDescriptor.ProbeOutcome;
import kelvin.proof.LogitsSpread;

/// Runs a few small tests at load time that show whether the graph is used correctly, whatever
/// its names are.
///
/// All tests except the first compare the rows of logits of the same tokens, computed in two
/// ways. Where activations are quantised, the root mean square over a row counts, because rounding
/// may change a few single logits by much; elsewhere the largest difference.
final class LoadProbes {

  private static final double SINGLE_TOLERANCE = 1e-3;
  private static final double COARSE_TOLERANCE = 0.02;
  private static final double DYNAMIC_TOLERANCE = 0.3;

  private final GraphRunner runner;
  private final LogitsBuffer logits;
  private final int[] ids;
  private final FirstRun first;
  private final double tolerance;
  private final boolean roundsByRun;
  private final List<ProbeOutcome> outcomes = new ArrayList<>();

  /// @param ids four ordinary token ids, all different if the vocabulary allows it
  /// @param first the result of the run with the first three tokens
  /// @param facts tell how coarsely the graph rounds
  LoadProbes(GraphRunner runner, LogitsBuffer logits, int[] ids, FirstRun first, GraphFacts facts) {
    this.runner = runner;
    this.logits = logits;
    this.ids = ids.clone();
    this.first = first;
    tolerance = toleranceOf(facts);
    roundsByRun = facts.roundsByRun();
  }

  /// The effect of rounding on the logits of such a graph, as a share of their spread.
  static double toleranceOf(GraphFacts facts) {
    // the 8-bit value of an activation may change with the last bits of the sum before it
    if (facts.roundsByRun()) {
      return DYNAMIC_TOLERANCE;
    }
    return facts.roundsCoarsely() ? COARSE_TOLERANCE : SINGLE_TOLERANCE;
  }

  List<ProbeOutcome> outcomes() {
    return List.copyOf(outcomes);
  }

  /// Runs all probes that apply, even after a failure.
  ///
  /// @param kind the way in which the runner keeps states
  /// @throws OrtException if the graph does not run at all
  void run(CacheKind kind) throws OrtException {
    int a = ids[0];
    int b = ids[1];
    int c = ids[2];
    int d = ids[3];
    var whole = whole(a, b, c);
    outcomes.add(
        new ProbeOutcome(
            "finite",
            "Are the logits of ordinary tokens free of NaN and infinity?",
            whole.stream().allMatch(LogitsSpread::isValid),
            Double.NaN));
    if (kind != first.kind()) {
      compare(
          "buffers",
          "Do Kelvin's buffers give the same logits as the runtime's tensors?",
          tolerance,
          first.oneToken() ? whole.subList(0, 1) : whole,
          first::rows);
    }
    if (!first.oneToken() && !first.lastRowOnly()) {
      compare(
          "causal",
          "Are earlier logits independent of later tokens?",
          tolerance,
          whole.subList(0, 2),
          () -> fresh(a, b, d).subList(0, 2));
      if (runner.signature().canLimitRows()) {
        compare(
            "row limit",
            "Does the graph return only the last row of logits on request?",
            tolerance,
            whole.subList(2, 3),
            () -> {
              runner.crop(0);
              return run(1, a, b, c);
            });
      }
    }
    if (kind != CacheKind.NONE) {
      probeCache(whole);
    }
    runner.crop(0);
  }

  private void probeCache(List<float[]> whole) {
    int a = ids[0];
    int b = ids[1];
    int c = ids[2];
    if (first.oneToken()) {
      probeContext(whole);
    } else {
      compare(
          "cache",
          "Does a token after cached tokens get the same logits as in one run?",
          tolerance,
          whole.subList(2, 3),
          () -> {
            fresh(a, b);
            return after(c);
          });
      compare(
          "continuation",
          "Do two tokens after a cached token get the same logits as in one run?",
          tolerance,
          whole.subList(1, 3),
          () -> {
            fresh(a);
            return after(b, c);
          });
    }
    compare(
        "crop",
        "Does a token after a shortened cache get the same logits as in one run?",
        tolerance,
        whole.subList(0, 2),
        () -> {
          fresh(a);
          after(c);
          after(b);
          runner.crop(1);
          return runner.cachedLength() == 1 ? after(b) : fresh(a, b);
        });
  }

  /// With one token per run, there is no other way to compare the cache with. So this checks only
  /// that the cache has an effect.
  private void probeContext(List<float[]> whole) {
    double difference;
    try {
      var other = fresh(ids[3], ids[1]);
      difference = LogitsSpread.difference(whole.subList(1, 2), other.subList(1, 2));
    } catch (OrtException | InferenceException e) {
      difference = 0;
    }
    outcomes.add(
        new ProbeOutcome(
            "context",
            "Does an earlier token change a later token's logits?",
            difference > LogitsSpread.allowance(whole.get(1), tolerance),
            difference));
  }

  /// One row for each token, even if the graph returns only the last row of a run.
  private List<float[]> whole(int... newIds) throws OrtException {
    if (!first.lastRowOnly()) {
      return fresh(newIds);
    }
    var rows = new ArrayList<float[]>();
    for (int count = 1; count <= newIds.length; count++) {
      rows.addAll(fresh(Arrays.copyOf(newIds, count)));
    }
    return rows;
  }

  private List<float[]> fresh(int... newIds) throws OrtException {
    runner.crop(0);
    return after(newIds);
  }

  private List<float[]> after(int... newIds) throws OrtException {
    if (!first.oneToken()) {
      return run(first.lastRowOnly() ? 1 : newIds.length, newIds);
    }
    var rows = new ArrayList<float[]>();
    for (int id : newIds) {
      rows.addAll(run(1, id));
    }
    return rows;
  }

  private List<float[]> run(int rowCount, int... newIds) throws OrtException {
    runner.run(newIds, rowCount, logits, new Cancellation());
    var rows = new ArrayList<float[]>();
    for (int i = 0; i < rowCount; i++) {
      rows.add(logits.row(i).clone());
    }
    return rows;
  }

  /// Computes in another way the rows that should equal the expected ones.
  @FunctionalInterface
  private interface Computation {
    List<float[]> rows() throws OrtException;
  }

  /// Compares rows. If the graph fails in the other way, only this probe fails.
  ///
  /// @param expected its last row corresponds to the last row of the other way
  private void compare(
      String name, String question, double share, List<float[]> expected, Computation way) {
    double difference;
    boolean equal;
    try {
      var rows = way.rows();
      var same = expected.subList(expected.size() - rows.size(), expected.size());
      difference = LogitsSpread.difference(same, rows);
      equal = areEqual(same, rows, LogitsSpread.allowance(expected.getFirst(), share), roundsByRun);
    } catch (OrtException | InferenceException e) {
      difference = Double.NaN;
      equal = false;
    }
    outcomes.add(new ProbeOutcome(name, question, equal, difference));
  }

  static boolean areEqual(
      List<float[]> expected, List<float[]> rows, double allowed, boolean roundsByRun) {
    double difference =
        roundsByRun
            ? LogitsSpread.rootMeanSquare(expected, rows)
            : LogitsSpread.difference(expected, rows);
    return difference <= allowed;
  }
}
