package kelvin.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Spellings;
import kelvin.prompt.sweep.SweepKind;
import kelvin.prompt.sweep.SweepPoint;
import kelvin.prompt.sweep.SweepResult;
import kelvin.prompt.sweep.VariantOutcome;
import kelvin.workspace.file.DamagedException;
import kelvin.workspace.file.Fields;

/// Reads a sweep from its JSON.
final class SweepFields {

  private SweepFields() {}

  static SweepResult read(Fields fields) {
    if (!fields.has("kind") || !fields.has("points") || !fields.has("prompt")) {
      throw new DamagedException("it is no sweep: one has a kind, a prompt and points.");
    }
    var kind = fields.choice("kind", SweepKind.ALL, SweepKind::label, SweepKind.SHOTS);
    try {
      var base = PromptFormat.fewShot(fields.object("prompt"));
      boolean closed = fields.bool("closed", false);
      var outcomes = fields.objects("points", point -> outcome(kind, base, closed, point));
      return new SweepResult(kind, base, facts(fields), outcomes);
    } catch (IllegalArgumentException e) {
      throw new DamagedException("it holds what makes no sense: " + e.getMessage() + ".");
    }
  }

  private static SweepResult.Facts facts(Fields fields) {
    var tokens = fields.object("tokens");
    return new SweepResult.Facts(
        fields.text("model", ""),
        fields.text("task", ""),
        fields.integer("seed", 0),
        fields.text("normalization", "none"),
        new SweepResult.Cost(
            tokens.integer("run", 0), tokens.integer("naive", 0), fields.number("seconds", 0)),
        Optional.empty());
  }

  private static VariantOutcome outcome(
      SweepKind kind, FewShotPrompt base, boolean closed, Fields fields) {
    var labels = fields.objects("labels", SweepFields::label);
    var point =
        new SweepPoint(
            fields.text("name", ""),
            fields.count("draw", 0, 0),
            fields.count("test", 1, 1) - 1,
            places(fields),
            fields.text("input", ""),
            labels,
            fields.optionalText("answer"),
            closed);
    return new VariantOutcome(
        point.in(kind, base),
        fields.objects("labels", label -> label.number("logProbability", Double.NaN)),
        fields.objects("labels", label -> label.number("share", Double.NaN)));
  }

  private static String label(Fields fields) {
    var spellings = fields.texts("spellings");
    return spellings.isEmpty()
        ? Spellings.literal(fields.text("label", ""))
        : Spellings.join(spellings);
  }

  private static List<Integer> places(Fields fields) {
    var places = new ArrayList<Integer>();
    for (var value : fields.list("order")) {
      if (!(value instanceof Long number) || number < 1 || number > Integer.MAX_VALUE) {
        throw fields.wrong("order", "the numbers of examples, from 1 on", value);
      }
      places.add(Math.toIntExact(number - 1));
    }
    return places;
  }
}
