package kelvin.experiment.tuning.live;

import java.util.List;
import java.util.Optional;
import kelvin.distribution.Distribution;

/// The state of a training between two steps. Immutable.
///
/// @param curves the numbers of the epochs so far
/// @param step the number of steps that are done
/// @param steps the number of all steps
/// @param secondsLeft an estimate from the steps so far; NaN before the first
/// @param watched the next-token distribution of the watched prompt; empty if there is none
public record LiveState(
    Curves curves, int step, int steps, double secondsLeft, Optional<Watched> watched) {

  /// The numbers of the epochs, of which the first is before the training.
  ///
  /// @param train the loss on the learned part, in nats
  /// @param heldOut the loss on the part that says when to stop, in nats; empty if there is none
  /// @param accuracy of the part that says when to stop, 0..1; empty if there is none
  /// @param otherLoss of the user's text, in nats for each token; empty if there is none
  public record Curves(
      List<Double> train, List<Double> heldOut, List<Double> accuracy, List<Double> otherLoss) {

    public static final Curves NONE = new Curves(List.of(), List.of(), List.of(), List.of());

    public Curves {
      train = List.copyOf(train);
      heldOut = List.copyOf(heldOut);
      accuracy = List.copyOf(accuracy);
      otherLoss = List.copyOf(otherLoss);
    }
  }

  /// The next token after a prompt, before the training and now.
  ///
  /// @param before of the model that plays
  /// @param now with the weights as they are
  public record Watched(Distribution before, Distribution now) {}
}
