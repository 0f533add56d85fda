package kelvin.ui.label;

import java.util.Arrays;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import kelvin.engine.label.Normalization;

/// Edits the inputs without content. Bars separate them; an empty one is written ∅.
final class ContentFreeEditor extends HBox {

  private static final String BETWEEN = " | ";
  private static final String EMPTY = "∅";

  private final LabelsViewModel viewModel;
  private final TextField inputs = new TextField();

  ContentFreeEditor(LabelsViewModel viewModel) {
    this.viewModel = viewModel;
    getStyleClass().add("composer-line");
    setAlignment(Pos.CENTER_LEFT);
    var name = new Label("Content-free inputs");
    name.getStyleClass().add("quiet");
    name.setMinWidth(USE_PREF_SIZE);
    inputs.setId("content-free");
    inputs.getStyleClass().add("small-field");
    var lesson =
        "Inputs that say nothing, with | between; ∅ is the empty one. The labels’ probabilities"
            + " after them are what the prompt itself prefers. Enter takes them.";
    inputs.setAccessibleText(lesson);
    inputs.setTooltip(new Tooltip(lesson));
    HBox.setHgrow(inputs, Priority.ALWAYS);
    inputs.setOnAction(_ -> take());
    inputs.focusedProperty().subscribe((_, focused) -> leave(focused));
    var usual = new Button("Reset to default");
    usual.setId("usual-content-free");
    usual.getStyleClass().addAll("quiet-button", "flush");
    usual.setTooltip(new Tooltip("Sets the default inputs of this normalisation."));
    usual.setOnAction(_ -> viewModel.contentFreeProperty().set(List.of()));
    usual.disableProperty().bind(viewModel.contentFreeProperty().map(List::isEmpty));
    getChildren().addAll(name, inputs, usual);
    viewModel.contentFreeProperty().subscribe(_ -> show());
    viewModel.normalizationProperty().subscribe(_ -> show());
  }

  private void leave(boolean focused) {
    if (!focused) {
      take();
    }
  }

  private void show() {
    inputs.setText(String.join(BETWEEN, shown().stream().map(ContentFreeEditor::write).toList()));
  }

  private List<String> shown() {
    var chosen = viewModel.normalizationProperty().get();
    return viewModel.inputs(chosen.needsContentFree() ? chosen : Normalization.CONTEXTUAL);
  }

  private void take() {
    var typed =
        Arrays.stream(inputs.getText().split("\\|", -1))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .map(part -> part.equals(EMPTY) ? "" : part)
            .distinct()
            .toList();
    if (!typed.equals(shown())) {
      viewModel.contentFreeProperty().set(typed);
    }
    show();
  }

  private static String write(String input) {
    return input.isEmpty() ? EMPTY : input;
  }
}
