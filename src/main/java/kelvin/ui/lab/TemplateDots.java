package kelvin.ui.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kelvin.display.ProbabilityScale;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.sweep.SweepResult;
import kelvin.prompt.sweep.Variant;
import kelvin.prompt.sweep.VariantOutcome;
import kelvin.text.VisibleText;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.sweep.DotPicture;
import kelvin.ui.plot.sweep.DotPicture.Dot;
import kelvin.ui.plot.sweep.DotPicture.Row;

/// Makes the dots of a template sweep: a row for each layout, a dot for each test input.
final class TemplateDots {

  private TemplateDots() {}

  static SweepPicture picture(SweepResult result, ProbabilityScale wanted) {
    var scale = SweepScale.of(result, wanted);
    var byLayout = new LinkedHashMap<String, List<VariantOutcome>>();
    for (var outcome : result.outcomes()) {
      byLayout.computeIfAbsent(outcome.variant().name(), _ -> new ArrayList<>()).add(outcome);
    }
    var rows = new ArrayList<Row>();
    var variants = new ArrayList<Variant>();
    byLayout.forEach(
        (name, outcomes) -> {
          rows.add(new Row(name, outcomes.stream().map(o -> dot(result, o, scale)).toList()));
          outcomes.forEach(outcome -> variants.add(outcome.variant()));
        });
    return new SweepPicture(
        new SweepPicture.Plotted.Dots(new DotPicture(OrderDots.unit(result, scale), scale, rows)),
        variants,
        sentences(result, byLayout, scale));
  }

  private static Dot dot(SweepResult result, VariantOutcome outcome, ProbabilityScale scale) {
    double value = OrderDots.value(result, outcome, scale);
    var words = outcome.variant().name() + ": " + Numbers.probability(value);
    if (outcome.variant().trial().prompt() instanceof FewShotPrompt prompt) {
      words +=
          ", about “"
              + VisibleText.of(prompt.question())
              + "”\n"
              + VisibleText.of(prompt.layout().template());
    }
    return new Dot(value, words, "");
  }

  private static List<String> sentences(
      SweepResult result, Map<String, List<VariantOutcome>> byLayout, ProbabilityScale scale) {
    Comparator<Map.Entry<String, List<VariantOutcome>>> byMean =
        Comparator.comparingDouble(entry -> mean(result, entry.getValue(), scale));
    var best = byLayout.entrySet().stream().max(byMean).orElseThrow();
    var worst = byLayout.entrySet().stream().min(byMean).orElseThrow();
    return List.of(
        String.format(
            Locale.ROOT,
            "Highest in the layout %s (%s), lowest in %s (%s).",
            best.getKey(),
            Numbers.probability(mean(result, best.getValue(), scale)),
            worst.getKey(),
            Numbers.probability(mean(result, worst.getValue(), scale))));
  }

  private static double mean(
      SweepResult result, List<VariantOutcome> outcomes, ProbabilityScale scale) {
    return outcomes.stream()
        .mapToDouble(outcome -> OrderDots.value(result, outcome, scale))
        .average()
        .orElse(Double.NaN);
  }
}
