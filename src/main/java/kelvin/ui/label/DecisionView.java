package kelvin.ui.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kelvin.experiment.measure.Confidence;
import kelvin.ui.control.Metric;
import kelvin.ui.control.Numbers;

/// Shows the decision between the labels: the choice and what would change it, and below, quieter,
/// the label mass and the four numbers that are called confidence. Its height never changes.
final class DecisionView extends VBox {

  private static final String MASS =
      "The model’s probability (τ = 1) that the text continues with one of these labels. Shares"
          + " leave out what lies outside; a share of 100 % can be a share of almost nothing.";

  private static final String CHANGE =
      "The label that comes next after the choice. The distance is that of their scores, which is"
          + " the logarithm of the ratio of their shares: by so much the runner-up must gain to be"
          + " chosen.";

  /// The letters of the longest number, with a gap.
  private static final int NUMBER = 9;

  private final Label choice = new Label(" ");
  private final Label change = new Label(" ");
  private final StringProperty mass = new SimpleStringProperty(this, "mass", "");
  private final List<StringProperty> confidences = new ArrayList<>();

  DecisionView() {
    getStyleClass().add("decision");
    setId("decision");
    setAccessibleRole(AccessibleRole.TEXT);
    choice.setId("decision-choice");
    choice.getStyleClass().add("decision-choice");
    change.setId("decision-change");
    change.getStyleClass().add("quiet");
    change.setMinWidth(0);
    change.setTooltip(new Tooltip(CHANGE));
    HBox.setHgrow(change, Priority.ALWAYS);
    var line = new HBox(choice, change);
    line.getStyleClass().add("decision-line");
    line.setAlignment(Pos.BASELINE_LEFT);
    getChildren().addAll(line, numbers());
  }

  private GridPane numbers() {
    var numbers = new GridPane();
    numbers.getStyleClass().add("decision-numbers");
    numbers.addColumn(0, new Metric("label-mass", "label mass", "%", MASS, mass));
    var names = new ArrayList<String>(List.of("label mass"));
    for (var each : Confidence.of(List.of(1.0)).named()) {
      var value = new SimpleStringProperty(this, "value", "");
      var id = "confidence-" + confidences.size();
      confidences.add(value);
      names.add(each.name());
      numbers.addColumn(confidences.size(), new Metric(id, each.name(), "", each.meaning(), value));
    }
    int letters = names.stream().mapToInt(DecisionView::letters).sum();
    for (var name : names) {
      var part = new ColumnConstraints();
      // A longer name needs more room.
      part.setPercentWidth(100.0 * letters(name) / letters);
      numbers.getColumnConstraints().add(part);
    }
    return numbers;
  }

  /// The letters that a column has room for: its name, or a number.
  private static int letters(String name) {
    return Math.max(NUMBER, name.length());
  }

  /// @param shown empty while the numbers are not known
  void show(Optional<ShownDecision> shown) {
    // A space keeps the height of the line.
    choice.setText(shown.map(ShownDecision::choice).orElse(" "));
    change.setText(shown.map(ShownDecision::change).orElse(" "));
    mass.set(shown.map(each -> Numbers.percent(each.decision().labelMass())).orElse("–"));
    var values = shown.map(each -> each.decision().confidence().named()).orElse(List.of());
    for (int i = 0; i < confidences.size(); i++) {
      confidences.get(i).set(values.isEmpty() ? "–" : Numbers.probability(values.get(i).value()));
    }
    setAccessibleText(shown.map(ShownDecision::sentence).orElse("No decision yet"));
  }
}
