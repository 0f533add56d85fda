package kelvin.workspace.adaptation;

import java.util.Map;
import kelvin.experiment.adapt.AdaptMethod;
import kelvin.experiment.adapt.AdaptPoint;
import kelvin.experiment.adapt.AdaptProblem;
import kelvin.experiment.adapt.Adaptation;
import kelvin.experiment.measure.Proportion;
import kelvin.workspace.file.DamagedException;
import kelvin.workspace.file.Fields;

/// Reads a comparison from its JSON. The summary is computed again from the points.
final class AdaptationFields {

  private AdaptationFields() {}

  static Adaptation read(Map<String, ?> document) {
    var fields = Fields.of(document);
    if (!fields.has("points") || !fields.has("summary")) {
      throw new DamagedException("it is no comparison: one has points and their summary.");
    }
    var facts =
        new Adaptation.Facts(
            fields.text("model", ""),
            fields.text("data", ""),
            fields.text("task", ""),
            fields.count("tests", 0, 0),
            fields.integer("seed", 0),
            fields.count("seeds", 0, 0),
            fields.text("depth", ""),
            fields.count("planned", 0, 0),
            fields.bool("partial", false),
            fields.number("seconds", Double.NaN));
    return new Adaptation(
        facts,
        fields.objects("points", AdaptationFields::point),
        fields.objects("problems", AdaptationFields::problem));
  }

  private static AdaptPoint point(Fields fields) {
    int count = fields.count("count", 0, 0);
    int right = fields.count("right", 0, 0);
    if (right > count) {
      throw fields.wrong("right", "a whole number of at most " + count, right);
    }
    return new AdaptPoint(
        method(fields),
        fields.count("examples", 0, 0),
        fields.integer("seed", 0),
        new Proportion(right, count),
        fields.number("logLoss", Double.NaN),
        fields.number("brier", Double.NaN),
        new AdaptPoint.Costs(
            fields.number("adaptSeconds", Double.NaN),
            fields.number("answerSeconds", Double.NaN),
            fields.integer("bytesKept", 0)),
        new AdaptPoint.Made(
            fields.texts("shown"),
            fields.text("prompt", ""),
            fields.count("shortened", 0, 0),
            fields.count("leftOut", 0, 0)));
  }

  private static AdaptMethod method(Fields fields) {
    return fields
        .known("method", AdaptMethod.ALL)
        .orElseThrow(
            () -> fields.wrong("method", "a method of kelvin adapt", fields.get("method")));
  }

  private static AdaptProblem problem(Fields fields) {
    return new AdaptProblem(
        method(fields),
        fields.count("examples", 0, 0),
        fields.integer("seed", 0),
        fields.text("reason", ""));
  }
}
