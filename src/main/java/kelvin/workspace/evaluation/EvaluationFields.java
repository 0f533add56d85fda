package kelvin.workspace.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.measure.Decision;
import kelvin.text.VisibleText;
import kelvin.workspace.file.DamagedException;
import kelvin.workspace.file.Fields;

/// Reads an evaluation from its JSON. The measures are computed again from the items.
final class EvaluationFields {

  private EvaluationFields() {}

  static Evaluation read(Fields fields) {
    if (!fields.has("labels") || !fields.has("items") || !fields.has("confusion")) {
      throw new DamagedException("it is no evaluation: one has labels, items and their confusion.");
    }
    var labels = fields.texts("labels");
    if (labels.isEmpty()) {
      throw new DamagedException("it is no evaluation: it has no labels.");
    }
    var different = new HashSet<String>();
    for (var label : labels) {
      if (!different.add(label)) {
        throw new DamagedException(
            "“labels” has “"
                + VisibleText.of(label)
                + "” twice: an item cannot tell which of them is its own.");
      }
    }
    return new Evaluation(
        facts(fields), labels, fields.objects("items", item -> item(labels, item)));
  }

  private static Evaluation.Facts facts(Fields fields) {
    var prompt =
        new Evaluation.PromptFacts(
            fields.text("task", ""),
            fields.text("way", ""),
            fields.count("shots", 0, 0),
            fields.integer("seed", 0));
    var extent =
        new Evaluation.Extent(
            fields.count("planned", 0, 0),
            fields.bool("partial", false),
            fields.texts("leftOut"),
            fields.number("seconds", Double.NaN));
    return new Evaluation.Facts(
        fields.text("model", ""),
        fields.text("data", ""),
        prompt,
        fields.text("normalization", "none"),
        extent);
  }

  private static Evaluation.Item item(List<String> labels, Fields fields) {
    var probabilities = fields.object("probabilities");
    var shares = labels.stream().map(label -> share(probabilities, label)).toList();
    var choice = fields.optionalText("choice").map(label -> index("choice", label, labels, fields));
    if (choice.isPresent() && shares.stream().anyMatch(share -> Double.isNaN(share))) {
      throw new DamagedException(
          "“" + fields.at("probabilities") + "” must have a number for each label.");
    }
    return new Evaluation.Item(
        fields.text("place", ""),
        fields.text("x", ""),
        new Decision(
            shares,
            choice.map(OptionalInt::of).orElseGet(OptionalInt::empty),
            index("y", fields.text("y", ""), labels, fields)),
        fields.number("labelMass", Double.NaN),
        fields.bool("shortened", false));
  }

  private static double share(Fields probabilities, String label) {
    double share = probabilities.number(label, Double.NaN);
    if (share < 0 || share > 1) {
      throw probabilities.wrong(label, "a probability from 0 to 1", share);
    }
    return share;
  }

  private static int index(String name, String label, List<String> labels, Fields fields) {
    int index = labels.indexOf(label);
    if (index < 0) {
      throw fields.wrong(name, "one of the labels", label);
    }
    return index;
  }
}
