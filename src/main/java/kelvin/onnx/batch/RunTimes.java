package kelvin.onnx.batch;

/// The times of runs so far, as a line over the number of tokens: the weights are read once in a
/// run, and each token has its arithmetic.
///
/// Later runs count more, because the machine may be busy at times. A batch takes more than a run
/// of as many tokens, because the states are copied for each text: by a time for each position.
public final class RunTimes {

  /// The share of the weight that an earlier run keeps.
  private static final double MEMORY = 0.97;

  /// The tokens whose arithmetic takes as long as reading the weights, until that is measured.
  private static final double FIRST_TOKENS = 20;

  private static final int FIRST_COUNT = 100;
  private static final double FIRST_SECONDS = 1e-3;
  private static final double LEAST_SPREAD = 4;
  private static final double LEARNING = 0.2;

  /// The cost of copies goes back to the first guess by this share with every run of one text.
  /// Otherwise one slow batch on a busy machine would be the last one.
  private static final double FORGETTING = 0.02;

  /// The cost of a copied position as a share of that of a token, until it is measured.
  private static final double FIRST_SHARE = 0.02;

  private double weight;
  private double tokens;
  private double squares;
  private double seconds;
  private double products;
  private double copied = Double.NaN;

  /// Adds a run of one text.
  public void add(int count, double time) {
    weight = MEMORY * weight + 1;
    tokens = MEMORY * tokens + count;
    squares = MEMORY * squares + (double) count * count;
    seconds = MEMORY * seconds + time;
    products = MEMORY * products + count * time;
    if (!Double.isNaN(copied)) {
      copied += FORGETTING * (firstGuess() - copied);
    }
  }

  /// Adds a batch.
  ///
  /// @param count the number of tokens of all texts
  /// @param positions the number of positions of all texts, with those of their beginning
  void addBatch(int count, int positions, double time) {
    double known = secondsOfCopy();
    double measured = Math.max(0, (time - of(count)) / positions);
    copied = known + LEARNING * (measured - known);
  }

  private double secondsOfCopy() {
    return Double.isNaN(copied) ? firstGuess() : copied;
  }

  private double firstGuess() {
    return FIRST_SHARE * (of(FIRST_COUNT) - of(0)) / FIRST_COUNT;
  }

  /// The expected seconds of a run of this many tokens.
  double of(int count) {
    if (weight == 0) {
      return FIRST_SECONDS * (FIRST_TOKENS + count);
    }
    double mean = tokens / weight;
    double variance = squares / weight - mean * mean;
    double slope = (products / weight - mean * seconds / weight) / variance;
    double start = seconds / weight - slope * mean;
    if (variance < LEAST_SPREAD || slope <= 0 || start < 0) {
      return seconds / weight * (FIRST_TOKENS + count) / (FIRST_TOKENS + mean);
    }
    return start + slope * count;
  }

  /// The expected seconds of a batch.
  double ofBatch(int count, int positions) {
    return of(count) + secondsOfCopy() * positions;
  }
}
