package kelvin.experiment.tuning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.inference.Cancellation;
import kelvin.prompt.Shuffle;

/// Chooses the L2 penalty of a head by cross-validation in the train part: each fifth is judged by
/// a head that is fitted to the rest, and the penalty with the smallest mean loss wins. The
/// held-out part is not looked at.
public final class PenaltyChoice {

  /// The penalties to choose from, the strongest first, which wins if two are equal.
  public static final List<Double> CANDIDATES = List.of(10.0, 1.0, 0.1, 0.01, 0.001);

  private static final int FOLDS = 5;

  /// The most fits that are made.
  static final int FITS = 25;

  private PenaltyChoice() {}

  /// @param labels the names of the labels
  /// @param seed of the split into fifths
  /// @param onFit called before each fit
  public static double of(
      List<String> labels, FeatureTable train, long seed, Runnable onFit, Cancellation cancelled) {
    double best = CANDIDATES.getFirst();
    double smallest = Double.POSITIVE_INFINITY;
    var folds = folds(train, seed);
    for (double candidate : CANDIDATES) {
      double sum = 0;
      for (int fold = 0; fold < FOLDS; fold++) {
        var rest = places(folds, fold, false);
        var judged = places(folds, fold, true);
        if (!rest.isEmpty() && !judged.isEmpty()) {
          onFit.run();
          var fit = HeadFit.of(labels, candidate, train.at(rest), train.at(judged), cancelled);
          sum += fit.heldOutLoss().getLast() * judged.size();
        }
      }
      if (sum < smallest) {
        smallest = sum;
        best = candidate;
      }
    }
    return best;
  }

  /// The fold of each input. Every label is spread over the folds alike.
  private static int[] folds(FeatureTable train, long seed) {
    var folds = new int[train.size()];
    var next = new HashMap<Integer, Integer>();
    int first = 0;
    for (int place : Shuffle.of(IntStream.range(0, train.size()).boxed().toList(), seed)) {
      int label = train.right()[place];
      if (!next.containsKey(label)) {
        next.put(label, first++);
      }
      folds[place] = next.merge(label, 1, Integer::sum) % FOLDS;
    }
    return folds;
  }

  private static List<Integer> places(int[] folds, int fold, boolean inside) {
    var places = new ArrayList<Integer>();
    for (int i = 0; i < folds.length; i++) {
      if ((folds[i] == fold) == inside) {
        places.add(i);
      }
    }
    return places;
  }
}
