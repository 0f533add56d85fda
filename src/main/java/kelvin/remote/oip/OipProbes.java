package kelvin.remote.oip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.ModelDescriptor.ProbeOutcome;
import kelvin.inference.run.ChunkSize;
import kelvin.inference.run.RunPlan;
import kelvin.proof.LogitsSpread;

/// Finds out with a few small runs whether the model is causal, and what its runs can do.
final class OipProbes {

  /// Rows count as equal if they differ by less than this share of their spread. The weights of a
  /// graph elsewhere may be quantised, which rounds as coarsely.
  private static final double TOLERANCE = 0.3;

  private final OipEngine engine;
  private final int[] ids;
  private final Cancellation cancellation;
  private final List<ProbeOutcome> outcomes = new ArrayList<>();

  /// The facts that the runs have shown.
  record Found(RunPlan plan, int logitCount, List<ProbeOutcome> outcomes) {

    boolean isCausal() {
      return outcomes.stream().allMatch(each -> !each.name().equals("causal") || each.passed());
    }
  }

  /// @param ids four ordinary token ids
  OipProbes(OipEngine engine, int[] ids, Cancellation cancellation) {
    this.engine = engine;
    this.ids = ids.clone();
    this.cancellation = cancellation;
  }

  Found run(OipSignature signature, String host) {
    var first = engine.first(ids(0, 1, 2), cancellation);
    boolean limits = signature.input(OipSignature.Role.KEPT_LOGITS).isPresent();
    boolean lastRowOnly = first.count() == 1;
    if (!lastRowOnly && first.count() != 3) {
      throw Answers.notOfTheProtocol(host, "it sends " + first.count() + " rows for 3 tokens");
    }
    var whole = first.all();
    engine.expect(first.width());
    if (!lastRowOnly) {
      compare(
          "causal",
          "Are earlier logits independent of later tokens?",
          whole.subList(0, 2),
          () -> after(3, 0, 1, 3).subList(0, 2));
    }
    boolean limitsRows =
        limits
            && !lastRowOnly
            && compare(
                "row limit",
                "Does the graph return only the last row of logits on request?",
                whole.subList(2, 3),
                () -> after(1, 0, 1, 2));
    boolean caches = !signature.states().isEmpty() && caches(whole);
    boolean continues = caches && continues(whole.subList(lastRowOnly ? 0 : 1, whole.size()));
    engine.keepStates(caches);
    long bytes = (long) first.width() * (signature.logits().type().equals("FP16") ? 2 : 4);
    int tokens = ChunkSize.rows(bytes);
    var plan =
        new RunPlan(
            caches, continues, false, lastRowOnly, limitsRows, tokens, ChunkSize.unread(tokens));
    return new Found(plan, first.width(), List.copyOf(outcomes));
  }

  private boolean caches(List<float[]> whole) {
    return compare(
        "cache",
        "Does a token after cached tokens get the same logits as in one run?",
        whole.subList(whole.size() - 1, whole.size()),
        () -> {
          after(whole.size() == 1 ? 1 : 2, 0, 1);
          return rows(1, ids(2));
        });
  }

  private boolean continues(List<float[]> lastRows) {
    return compare(
        "continuation",
        "Do two tokens after a cached token get the same logits as in one run?",
        lastRows,
        () -> {
          after(1, 0);
          return rows(lastRows.size(), ids(1, 2));
        });
  }

  private int[] ids(int... chosen) {
    return Arrays.stream(chosen).map(index -> ids[index]).toArray();
  }

  /// The rows after these tokens, with none before them.
  private List<float[]> after(int rows, int... chosen) {
    engine.crop(0);
    return rows(rows, ids(chosen));
  }

  private List<float[]> rows(int count, int[] newIds) {
    var found = engine.run(newIds, count, cancellation);
    var rows = new ArrayList<float[]>();
    for (int i = 0; i < count; i++) {
      rows.add(found.row(i).clone());
    }
    return rows;
  }

  /// Computes in another way the rows that should equal the expected ones.
  private interface Computation {
    List<float[]> rows();
  }

  /// Compares rows. If the server fails in the other way, only this probe fails.
  private boolean compare(String name, String question, List<float[]> expected, Computation way) {
    double difference;
    try {
      difference = LogitsSpread.difference(expected, way.rows());
    } catch (InferenceException _) {
      difference = Double.NaN;
    }
    boolean passed = difference <= LogitsSpread.allowance(expected.getFirst(), TOLERANCE);
    outcomes.add(new ProbeOutcome(name, question, passed, difference));
    return passed;
  }
}
