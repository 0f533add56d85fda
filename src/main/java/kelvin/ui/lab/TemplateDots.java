package kelvin.ui.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.sweep.SweepResult;
import kelvin.prompt.sweep.Variant;
import kelvin.prompt.sweep.VariantOutcome;
import kelvin.text.VisibleText;
import kelvin.ui.plot.sweep.DotPicture;
import kelvin.ui.plot.sweep.DotPicture.Dot;
import kelvin.ui.plot.sweep.DotPicture.Row;

/// Makes the dots of a template sweep: a row for each layout, a dot for each test input.
final class TemplateDots {

  private TemplateDots() {}

  static SweepPicture picture(SweepResult result) {
    var byLayout = new LinkedHashMap<String, List<VariantOutcome>>();
    for (var outcome : result.outcomes()) {
      byLayout.computeIfAbsent(outcome.variant().name(), _ -> new ArrayList<>()).add(outcome);
    }
    var rows = new ArrayList<Row>();
    var variants = new ArrayList<Variant>();
    byLayout.forEach(
        (name, outcomes) -> {
          rows.add(new Row(name, outcomes.stream().map(o -> dot(result, o)).toList()));
          outcomes.forEach(outcome -> variants.add(outcome.variant()));
        });
    return new SweepPicture(
        new SweepPicture.Plotted.Dots(new DotPicture(OrderDots.unit(result), rows)),
        variants,
        sentences(result, byLayout));
  }

  private static Dot dot(SweepResult result, VariantOutcome outcome) {
    double value = OrderDots.value(result, outcome);
    var words = String.format(Locale.ROOT, "%s: %.3f", outcome.variant().name(), value);
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
      SweepResult result, Map<String, List<VariantOutcome>> byLayout) {
    Comparator<Map.Entry<String, List<VariantOutcome>>> byMean =
        Comparator.comparingDouble(entry -> mean(result, entry.getValue()));
    var best = byLayout.entrySet().stream().max(byMean).orElseThrow();
    var worst = byLayout.entrySet().stream().min(byMean).orElseThrow();
    return List.of(
        String.format(
            Locale.ROOT,
            "Highest in the layout %s (%.3f), lowest in %s (%.3f).",
            best.getKey(),
            mean(result, best.getValue()),
            worst.getKey(),
            mean(result, worst.getValue())));
  }

  private static double mean(SweepResult result, List<VariantOutcome> outcomes) {
    return outcomes.stream()
        .mapToDouble(outcome -> OrderDots.value(result, outcome))
        .average()
        .orElse(Double.NaN);
  }
}
