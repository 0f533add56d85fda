package kelvin.engine.top;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kelvin.distribution.Logits;
import kelvin.inference.Cancellation;
import kelvin.inference.LanguageModel.TopRuns;

/// Gives the rows of a model that tells only the most probable tokens, and keeps the latest of
/// them: going back and forth in a text asks for nothing again.
///
/// It scores no tokens of a text, since most of them would only be bounds. Use it from one thread
/// at a time.
public final class TopScorer {

  private static final int MAX_KEPT = 16;

  private final TopRuns runs;
  private final Map<List<Integer>, Logits> kept = new LinkedHashMap<>(2 * MAX_KEPT, 0.75f, true);

  /// The context that was asked about last.
  private int[] ids = new int[0];

  public TopScorer(TopRuns runs) {
    this.runs = runs;
  }

  /// The row after a position of a context, 0-based.
  public Logits score(int[] tokenIds, int position, Cancellation cancellation) {
    var context = Arrays.copyOf(tokenIds, position + 1);
    var key = key(context);
    var known = kept.get(key);
    if (known == null) {
      known = runs.run(context, cancellation).logits();
      kept.put(key, known);
      if (kept.size() > MAX_KEPT) {
        kept.remove(kept.keySet().iterator().next());
      }
    }
    ids = tokenIds.clone();
    return known;
  }

  private static List<Integer> key(int[] context) {
    return Arrays.stream(context).boxed().toList();
  }

  /// ln p of each of these tokens at each position of the last context, as far as a row is kept
  /// and has it; NaN elsewhere. Asks for nothing.
  public List<List<Double>> logProbabilities(List<Integer> tokenIds) {
    var byToken = new ArrayList<List<Double>>();
    tokenIds.forEach(
        _ -> byToken.add(new ArrayList<>(Collections.nCopies(ids.length, Double.NaN))));
    var context = key(ids);
    kept.forEach(
        (key, row) -> {
          if (key.size() <= ids.length && context.subList(0, key.size()).equals(key)) {
            for (int i = 0; i < tokenIds.size(); i++) {
              byToken.get(i).set(key.size() - 1, logProbability(row, tokenIds.get(i)));
            }
          }
        });
    return byToken;
  }

  private static double logProbability(Logits row, int id) {
    boolean known = id >= 0 && id < row.count() && row.rankOf(id) <= row.knownCount();
    return known ? row.ofToken(id) : Double.NaN;
  }
}
