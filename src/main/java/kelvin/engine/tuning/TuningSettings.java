package kelvin.engine.tuning;

/// The settings of a training.
///
/// @param epochs how often all texts are learned, at least 1
/// @param rate the greatest learning rate, greater than 0
/// @param decay the part of a matrix that a step takes away, times the rate
/// @param batch the texts of a step, at least 1
/// @param together the most texts that are run at once; the gradients of a step are added up
/// @param clip the greatest length of a step's gradient; infinite for no limit
/// @param warmUp the part of all steps in which the rate grows, from 0 to 1
/// @param patience the epochs without a better held-out loss after which the training ends
/// @param rank the rank of what is added to each matrix; 0 to train the weights themselves
/// @param seed of all draws
public record TuningSettings(
    int epochs,
    double rate,
    double decay,
    int batch,
    int together,
    double clip,
    double warmUp,
    int patience,
    int rank,
    long seed) {

  /// The usual number of epochs, at most.
  public static final int EPOCHS = 10;

  /// The usual number of texts of a step.
  public static final int BATCH = 8;

  public static final double DECAY = 0.01;
  public static final double CLIP = 1;
  public static final double WARM_UP = 0.1;
  public static final int PATIENCE = 3;

  /// The usual rank of what is added to each matrix, where something is added.
  public static final int RANK = 8;

  /// A training with the usual settings for all that is not named.
  ///
  /// @param rank 0 to train the weights themselves
  public static TuningSettings usual(int epochs, double rate, int batch, int rank, long seed) {
    return new TuningSettings(
        epochs, rate, DECAY, batch, batch, CLIP, WARM_UP, PATIENCE, rank, seed);
  }

  /// The same training, of one text after the other.
  public TuningSettings oneByOne() {
    return new TuningSettings(epochs, rate, decay, batch, 1, clip, warmUp, patience, rank, seed);
  }

  /// The same training with other draws.
  public TuningSettings withSeed(long other) {
    return new TuningSettings(
        epochs, rate, decay, batch, together, clip, warmUp, patience, rank, other);
  }

  public TuningSettings {
    if (epochs < 1 || batch < 1 || together < 1 || patience < 1 || rank < 0 || !(rate > 0)) {
      throw new IllegalArgumentException("no training has such settings");
    }
  }
}
