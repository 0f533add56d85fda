package kelvin.ui.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import kelvin.display.InformationUnit;
import kelvin.prompt.sweep.LeaveOneOut;
import kelvin.prompt.sweep.SweepResult;
import kelvin.prompt.sweep.VariantOutcome;
import kelvin.text.VisibleText;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.sweep.EffectPicture;
import kelvin.ui.plot.sweep.EffectPicture.Effect;

/// Makes the bars of a leave-one-out sweep: the effect of each example on the right answer.
final class ExampleBars {

  /// The least change in nats that two decimals show.
  private static final double NOTABLE = 0.005;

  private ExampleBars() {}

  static SweepPicture picture(SweepResult result, InformationUnit unit) {
    var effects = LeaveOneOut.effects(result.outcomes());
    var shown = new ArrayList<Effect>();
    for (var effect : effects) {
      var example = result.base().examples().get(effect.place());
      shown.add(
          new Effect(
              effect.place() + 1,
              VisibleText.of(example.input()),
              VisibleText.of(example.output()),
              effect.change()));
    }
    return new SweepPicture(
        new SweepPicture.Plotted.Effects(new EffectPicture(unit, shown)),
        result.outcomes().stream().skip(1).map(VariantOutcome::variant).toList(),
        sentences(result.outcomes().getFirst(), effects));
  }

  private static List<String> sentences(VariantOutcome whole, List<LeaveOneOut.Effect> effects) {
    var sentences = new ArrayList<String>();
    sentences.add(
        String.format(
            Locale.ROOT,
            "With all examples the right answer “%s” has probability %s.",
            VisibleText.of(whole.variant().trial().answerName().orElse("")),
            Numbers.probability(whole.answerProbability().orElse(Double.NaN))));
    var byChange = Comparator.comparingDouble(LeaveOneOut.Effect::change);
    effects.stream()
        .max(byChange)
        .filter(effect -> effect.change() > NOTABLE)
        .ifPresent(effect -> sentences.add(about("helps", effect)));
    effects.stream()
        .min(byChange)
        .filter(effect -> effect.change() < -NOTABLE)
        .ifPresent(effect -> sentences.add(about("harms", effect)));
    if (sentences.size() == 1) {
      sentences.add("No example alone makes a notable difference.");
    }
    return sentences;
  }

  private static String about(String verb, LeaveOneOut.Effect effect) {
    return String.format(
        Locale.ROOT,
        "Example %d %s most: the answer’s probability is %.2f times what it is without it.",
        effect.place() + 1,
        verb,
        StrictMath.exp(effect.change()));
  }
}
