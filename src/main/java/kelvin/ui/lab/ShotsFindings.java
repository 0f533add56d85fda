package kelvin.ui.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kelvin.display.ProbabilityScale;
import kelvin.prompt.sweep.ShotsCurve;
import kelvin.prompt.sweep.SweepResult;
import kelvin.prompt.sweep.Variant;
import kelvin.prompt.sweep.VariantOutcome;
import kelvin.text.VisibleText;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.sweep.ShotsPicture;
import kelvin.ui.plot.sweep.ShotsPicture.Line;

/// Makes the shots curve of a sweep: a line for each label, or one for the right answer if the
/// labels or the right answers change from prompt to prompt.
final class ShotsFindings {

  private ShotsFindings() {}

  static SweepPicture picture(SweepResult result, ProbabilityScale wanted) {
    var lines = new ArrayList<Line>();
    boolean byLabel = isByLabel(result);
    var scale = SweepScale.of(result, wanted);
    boolean shares = byLabel && scale == ProbabilityScale.SHARE;
    if (byLabel) {
      for (int label : rightFirst(result)) {
        lines.add(
            new Line(
                VisibleText.of(result.labels().get(label)),
                points(
                    shares
                        ? ShotsCurve.ofLabel(result.outcomes(), label)
                        : ShotsCurve.ofLabelProbability(result.outcomes(), label))));
      }
    } else {
      lines.add(new Line(nameOfAnswer(result), points(ShotsCurve.ofAnswer(result.outcomes()))));
    }
    var unit =
        shares
            ? "share of each label among the labels"
            : byLabel ? "probability of each label" : "probability of the right answer";
    return new SweepPicture(
        new SweepPicture.Plotted.Shots(
            new ShotsPicture(SweepScale.unit(unit, scale), scale, lines)),
        given(result),
        sentences(lines.getFirst(), byLabel && !result.hasAnswer()));
  }

  /// Returns whether lines for labels make sense: all prompts must have the same labels and right
  /// answer.
  private static boolean isByLabel(SweepResult result) {
    long answers =
        result.outcomes().stream().map(o -> o.variant().trial().answer()).distinct().count();
    boolean single = result.labels().size() < 2;
    return !result.hasAnswer() || (!single && answers == 1 && result.hasSameLabels());
  }

  private static List<Integer> rightFirst(SweepResult result) {
    var labels = new ArrayList<Integer>();
    var right = result.outcomes().getFirst().variant().trial().answerIndex();
    right.ifPresent(labels::add);
    for (int label = 0; label < result.labels().size(); label++) {
      if (right.isEmpty() || label != right.getAsInt()) {
        labels.add(label);
      }
    }
    return labels;
  }

  private static String nameOfAnswer(SweepResult result) {
    var answers =
        result.outcomes().stream()
            .flatMap(o -> o.variant().trial().answerName().stream())
            .distinct()
            .toList();
    return answers.size() == 1 ? VisibleText.of(answers.getFirst()) : "right answer";
  }

  private static List<ShotsPicture.Point> points(List<ShotsCurve.Point> curve) {
    return curve.stream()
        .map(
            p ->
                new ShotsPicture.Point(
                    p.shots(), p.given(), p.draws(), p.mean(), p.low(), p.high()))
        .toList();
  }

  /// The prompts in the given order, by the number of shots.
  private static List<Variant> given(SweepResult result) {
    return result.outcomes().stream()
        .map(VariantOutcome::variant)
        .filter(variant -> variant.draw() == 0)
        .sorted(java.util.Comparator.comparingInt(Variant::shots))
        .toList();
  }

  private static List<String> sentences(Line line, boolean ofLabel) {
    var first = line.points().getFirst();
    var last = line.points().getLast();
    boolean shuffled = first.draws() > 0;
    double from = shuffled ? first.mean() : first.given();
    double to = shuffled ? last.mean() : last.given();
    return List.of(
        String.format(
            Locale.ROOT,
            "%s %s from %s at %d to %s at %d shots%s.",
            ofLabel || line.name().equals("right answer")
                ? "The " + (ofLabel ? "label “" + line.name() + "”" : line.name())
                : "The right answer “" + line.name() + "”",
            to >= from ? "rises" : "falls",
            Numbers.probability(from),
            first.shots(),
            Numbers.probability(to),
            last.shots(),
            shuffled ? ", mean over " + first.draws() + " shuffles" : ""));
  }
}
