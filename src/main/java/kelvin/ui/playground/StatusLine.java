package kelvin.ui.playground;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The line at the bottom of the window.
public final class StatusLine extends HBox {

  public StatusLine(StatusViewModel status) {
    getStyleClass().add("status-line");
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren()
        .addAll(
            part(
                "status-context",
                status.contextProperty(),
                "Tokens in the context, of the most that the model can see."),
            part(
                "status-loss",
                status.lossProperty(),
                "The mean surprisal of the tokens of the context."),
            part(
                "status-speed",
                status.speedProperty(),
                "Speed of the last generated tokens: what the model took, without the pause"
                    + " between them."),
            part(
                "status-run",
                status.runProperty(),
                "What the tokenizer and the model took for the shown answer. Sliders run"
                    + " neither."),
            space,
            part(
                "status-proof",
                status.proofProperty(),
                "Kelvin runs a new model in several ways and compares all logits: in one run, token"
                    + " by token, in portions, and with other tokens after a cut. They agree up to"
                    + " this length. Longer tests run while you do nothing."),
            part("status-size", status.sizeProperty(), "The model's files."));
  }

  private static Label part(String id, ObservableValue<String> text, String lesson) {
    var label = new Label();
    label.setId(id);
    label.textProperty().bind(text);
    label.setTooltip(new Tooltip(lesson));
    label.setMinWidth(USE_PREF_SIZE);
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }
}
