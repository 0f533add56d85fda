package kelvin.ui.label;

import java.util.List;
import kelvin.display.InformationUnit;
import kelvin.experiment.LabelDecision;
import kelvin.text.VisibleText;
import kelvin.ui.control.Numbers;

/// A decision in words, in the unit that the user chose.
///
/// @param names of the labels
record ShownDecision(LabelDecision decision, List<String> names, InformationUnit unit) {

  ShownDecision {
    names = List.copyOf(names);
  }

  /// The chosen label.
  String choice() {
    return decision.choice().isPresent()
        ? VisibleText.of(names.get(decision.choice().getAsInt()))
        : "No choice";
  }

  /// The words about what would change the decision.
  String change() {
    return decision.change(names, nats -> Numbers.information(nats, unit));
  }

  /// The choice with its share, and the label mass.
  String summary() {
    return decision.choice().isEmpty()
        ? choice() + ": " + change()
        : choice() + " " + Numbers.percent(decision.confidence().maximum()) + " %, " + mass();
  }

  private String mass() {
    return "label mass "
        + (Double.isNaN(decision.labelMass())
            ? "not known"
            : Numbers.percent(decision.labelMass()) + " %");
  }

  /// All of it, for screen readers and for copies.
  String sentence() {
    var sentence = new StringBuilder("Decision: " + choice() + ", " + change() + "; " + mass());
    for (var each : decision.confidence().named()) {
      sentence
          .append(", ")
          .append(each.name())
          .append(' ')
          .append(Double.isNaN(each.value()) ? "not defined" : Numbers.probability(each.value()));
    }
    return sentence.append('.').toString();
  }
}
