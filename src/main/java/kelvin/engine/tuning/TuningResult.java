package kelvin.engine.tuning;

import java.util.List;
import java.util.Optional;

/// The result of a training.
///
/// @param steps the number of the optimiser's steps
/// @param trainLoss the mean of −ln p over the learned tokens, in nats: before, then over the steps
///     of each epoch, while the weights change
/// @param heldOutLoss the same on the held-out part: before, then after each epoch; empty if there
///     is none
/// @param best the epoch whose weights were kept; 0 for those before
/// @param seconds the time of all steps
/// @param parameters the number of the numbers that were learned
/// @param end why it ended
/// @param trouble a sentence for the user if it diverged
public record TuningResult(
    int steps,
    List<Double> trainLoss,
    List<Double> heldOutLoss,
    int best,
    double seconds,
    long parameters,
    End end,
    Optional<String> trouble) {

  public TuningResult {
    trainLoss = List.copyOf(trainLoss);
    heldOutLoss = List.copyOf(heldOutLoss);
  }

  /// The reasons to end.
  public enum End {
    ALL_EPOCHS("all epochs done"),
    EARLY("the held-out loss no longer fell"),
    DIVERGED("it diverged"),
    STOPPED("it was stopped");

    private final String words;

    End(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}
