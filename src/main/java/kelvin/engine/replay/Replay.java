package kelvin.engine.replay;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import kelvin.engine.GeneratedStep;
import kelvin.engine.Generation;
import kelvin.inference.Cancellation;
import kelvin.inference.LanguageModel;

/// A recorded text, drawn again with other settings or by another model.
///
/// The random numbers of a step depend on seed and step alone. So with the same seed, each step has
/// the same u, and the first other token comes from the settings or the model alone. After it, the
/// texts go their own ways.
///
/// @param steps all steps, the kept ones first
/// @param kept the number of steps that were taken from the record
/// @param firstDifference the first step, from 0, whose token is another one; empty if there is
///     none as far as both texts go
public record Replay(
    List<GeneratedStep> steps, int kept, Generation.Stop stop, OptionalInt firstDifference) {

  public Replay {
    steps = List.copyOf(steps);
  }

  /// Draws on the caller's thread. After a cancellation the steps are those drawn until then.
  ///
  /// @param model one with the tokens of the recorded text
  /// @param settings in place of the recorded ones
  /// @param from the number of steps that are kept as they are recorded
  /// @param listener called with each step as it happens
  /// @throws kelvin.inference.InferenceException with a sentence for the user
  public static Replay of(
      RecordedPath path,
      LanguageModel model,
      Generation.Settings settings,
      int from,
      Consumer<GeneratedStep> listener,
      Cancellation cancellation) {
    var kept = path.ids().subList(0, Math.min(from, path.steps().size()));
    var result =
        new Generation(model, settings)
            .run(path.contextArray(), kept, moment -> listener.accept(moment.step()), cancellation);
    return new Replay(
        result.steps(),
        Math.min(kept.size(), result.steps().size()),
        result.stop(),
        firstDifference(path.steps(), result.steps()));
  }

  private static OptionalInt firstDifference(
      List<GeneratedStep> recorded, List<GeneratedStep> drawn) {
    for (int i = 0; i < Math.min(recorded.size(), drawn.size()); i++) {
      if (recorded.get(i).id() != drawn.get(i).id()) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /// ln of the model's own probability of all drawn tokens together, nats.
  public double logProbability() {
    return steps.stream().mapToDouble(step -> StrictMath.log(step.probability())).sum();
  }
}
