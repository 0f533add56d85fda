package kelvin.ui.answer;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import kelvin.engine.answer.StopText;

/// The settings of the search for answers. A field goes back to the last valid setting when it is
/// left with another.
public final class AnswerSearchSettings extends HBox {

  // Bound, not subscribed to, so that no view model holds this node.
  private final ObjectProperty<StopText> stopText;
  private final IntegerProperty maxRuns = new SimpleIntegerProperty(this, "maxRuns");

  public AnswerSearchSettings(WholeAnswersViewModel viewModel) {
    getStyleClass().add("composer-line");
    setAlignment(Pos.CENTER_LEFT);
    var stop =
        field(
            "answers-stop-text",
            8,
            "The text before which an answer ends, wherever it stands in a token."
                + "\n\\n is a line end, \\t a tab and \\\\ a backslash. Enter takes it.");
    stopText = new SimpleObjectProperty<>(this, "stopText", viewModel.stopTextProperty().get());
    stopText.bind(viewModel.stopTextProperty());
    stopText.subscribe(text -> stop.setText(text.typed()));
    whenLeft(stop, () -> takeStopText(viewModel, stop));
    var budget =
        field(
            "answers-budget",
            5,
            "The most runs of the model for one search. It ends earlier when complete answers"
                + "\nhold 95 %. Enter takes it.");
    maxRuns.bind(viewModel.budgetProperty());
    maxRuns.subscribe(runs -> budget.setText(runs.toString()));
    whenLeft(budget, () -> takeBudget(viewModel, budget));
    getChildren()
        .addAll(name("Answers end at", stop), stop, name("At most", budget), budget, name("runs"));
  }

  private static TextField field(String id, int columns, String lesson) {
    var field = new TextField();
    field.setId(id);
    field.getStyleClass().add("small-field");
    field.setPrefColumnCount(columns);
    field.setMinWidth(USE_PREF_SIZE);
    field.setAccessibleText(lesson.replace('\n', ' '));
    field.setTooltip(new Tooltip(lesson));
    return field;
  }

  private static Label name(String text, TextField field) {
    var name = name(text);
    name.setLabelFor(field);
    return name;
  }

  private static Label name(String text) {
    var name = new Label(text);
    name.getStyleClass().add("quiet");
    return name;
  }

  private static void whenLeft(TextField field, Runnable take) {
    field.setOnAction(_ -> take.run());
    field
        .focusedProperty()
        .subscribe(
            (_, focused) -> {
              if (!focused) {
                take.run();
              }
            });
  }

  private static void takeStopText(WholeAnswersViewModel viewModel, TextField field) {
    if (!field.getText().isEmpty()) {
      viewModel.stopTextProperty().set(StopText.read(field.getText()));
    }
    field.setText(viewModel.stopTextProperty().get().typed());
  }

  private static void takeBudget(WholeAnswersViewModel viewModel, TextField field) {
    try {
      int runs = Integer.parseInt(field.getText().strip());
      viewModel.budgetProperty().set(Math.clamp(runs, 0, WholeAnswersViewModel.MAX_BUDGET));
    } catch (NumberFormatException _) {
      // The field shows the last valid number again.
    }
    field.setText(Integer.toString(viewModel.budgetProperty().get()));
  }
}
