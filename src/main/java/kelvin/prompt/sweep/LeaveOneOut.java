package kelvin.prompt.sweep;

import java.util.ArrayList;
import java.util.List;
import kelvin.prompt.Trial;

/// Plans a leave-one-out sweep: the whole prompt against the prompt without each example.
public final class LeaveOneOut {

  private LeaveOneOut() {}

  /// What one example does.
  ///
  /// @param place among all examples, 0-based
  /// @param change of the right answer's log-probability that the example brings, nats; positive
  ///     where it helps
  public record Effect(int place, double change) {}

  /// The whole prompt first, then without each of its shots.
  public static List<Variant> plan(Trial base) {
    var prompt = Variant.prompt(base);
    var shown = prompt.usedPlaces().stream().limit(prompt.shots()).toList();
    var variants = new ArrayList<Variant>();
    variants.add(new Variant("all examples", 0, 0, shown, base));
    for (var place : shown) {
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

  /// @param outcomes of `plan`, in its order, of a trial with a right answer
  public static List<Effect> effects(List<Outcome> outcomes) {
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
