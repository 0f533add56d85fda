package kelvin.prompt.sweep;

import java.util.ArrayList;
import java.util.List;
import kelvin.prompt.Trial;

/// Measures the effect of each example on the right answer: the prompt with it against the prompt
/// without it.
public final class LeaveOneOut {

  private LeaveOneOut() {}

  /// The effect of one example.
  ///
  /// @param place the example's place among all, 0-based
  /// @param change the change of the right answer's log-probability that the example causes, nats;
  ///     positive if it helps
  public record Effect(int place, double change) {}

  /// Plans the whole prompt, followed by the prompt without each of its shots.
  ///
  /// @param check runs before each of these and may throw to stop the planning
  public static List<Variant> plan(Trial base, Runnable check) {
    var prompt = Variant.prompt(base);
    var shown = prompt.usedPlaces().stream().limit(prompt.shots()).toList();
    var variants = new ArrayList<Variant>();
    variants.add(new Variant("all examples", 0, 0, shown, base));
    for (var place : shown) {
      check.run();
      var others = shown.stream().filter(other -> !other.equals(place)).toList();
      variants.add(
          new Variant(
              "without example " + (place + 1),
              0,
              0,
              others,
              base.withPrompt(prompt.without(place))));
    }
    return variants;
  }

  /// @param outcomes the outcomes of `plan`, in its order, of a trial with a right answer
  public static List<Effect> effects(List<VariantOutcome> outcomes) {
    var whole = outcomes.getFirst();
    double all = whole.answerLogProbability().orElseThrow();
    var effects = new ArrayList<Effect>();
    for (int i = 1; i < outcomes.size(); i++) {
      int place = whole.variant().order().get(i - 1);
      double without = outcomes.get(i).answerLogProbability().orElseThrow();
      effects.add(new Effect(place, all - without));
    }
    return effects;
  }
}
