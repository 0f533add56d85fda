package kelvin.ui.evaluation.run;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.evaluation.EvaluationPlan;
import kelvin.experiment.measure.Measures;
import kelvin.prompt.Trial;
import kelvin.text.Count;

/// A finished evaluation with the name that the user sees.
///
/// @param plan of the data and the prompt, to measure variants of it
public record EvaluatedRun(String title, Instant begun, EvaluationPlan plan, Measured measured) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  /// The numbers of a run, and the way to each item.
  ///
  /// @param measures of the evaluation, which take a moment for many items
  /// @param trials the prompt of each item of the evaluation, in their order
  public record Measured(Evaluation evaluation, Measures measures, List<Trial> trials) {
    public Measured {
      trials = List.copyOf(trials);
    }
  }

  public Evaluation evaluation() {
    return measured.evaluation();
  }

  public Measures measures() {
    return measured.measures();
  }

  /// Returns whether other numbers are of the same model, so that both can be compared.
  public boolean isOfModel(Evaluation other) {
    return other.facts().model().equals(evaluation().facts().model());
  }

  /// The sentence about another model that is open now.
  ///
  /// @param again the action that the user can repeat
  public String otherModel(String again) {
    var model = evaluation().facts().model();
    return "This was measured with %s, and another model is open now. Open %s and %s."
        .formatted(model, model, again);
  }

  /// The conditions in a few words, such as `4 shots · per token`.
  public String conditions() {
    var facts = evaluation().facts();
    var prompt = facts.prompt();
    var way =
        switch (prompt.way()) {
          case "few-shot" -> prompt.shots() == 1 ? "1 shot" : Count.of(prompt.shots()) + " shots";
          case "zero-shot" -> "in words";
          case "chat" -> "as a chat";
          default -> "as a text";
        };
    var task = prompt.task().equals(title) ? "" : prompt.task() + "  ·  ";
    return "%s%s  ·  %s".formatted(task, way, facts.comparison());
  }

  /// The time and the conditions, for a list.
  public String about(ZoneId zone) {
    return "%s  ·  %s".formatted(TIME.format(begun.atZone(zone)), conditions());
  }
}
