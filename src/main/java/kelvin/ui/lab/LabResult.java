package kelvin.ui.lab;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import kelvin.prompt.sweep.SweepKind;
import kelvin.prompt.sweep.SweepResult;

/// A finished sweep with the name that the user sees.
public record LabResult(String title, SweepResult result) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);

  static LabResult of(SweepResult result) {
    return new LabResult(name(result.kind()) + " – " + result.facts().task(), result);
  }

  /// The name of a kind of sweep, for display.
  static String name(SweepKind kind) {
    return switch (kind) {
      case SHOTS -> "Shots curve";
      case ORDER -> "Order sweep";
      case TEMPLATE -> "Template sweep";
      case LEAVE_ONE_OUT -> "Leave-one-out";
    };
  }

  /// The time and the model of the sweep, for a list.
  String about(ZoneId zone) {
    var facts = result.facts();
    var time = facts.begun().map(begun -> TIME.format(begun.atZone(zone)) + "  ·  ").orElse("");
    int prompts = result.outcomes().size();
    return "%s%s  ·  %,d %s"
        .formatted(time, facts.model(), prompts, prompts == 1 ? "prompt" : "prompts");
  }
}
