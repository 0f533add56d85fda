package kelvin.ui.sampling;

import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import kelvin.ui.theme.ThemeStyle;

/// Asks for a perplexity and sets the temperature that produces it.
final class PerplexityDialog extends Dialog<ButtonType> {

  PerplexityDialog(SamplingViewModel viewModel, Scene owner) {
    initOwner(owner.getWindow());
    initModality(Modality.NONE);
    ThemeStyle.match(getDialogPane(), owner);
    setTitle("Set τ for a perplexity");
    var now = new Label();
    now.getStyleClass().add("quiet");
    now.textProperty()
        .bind(
            viewModel
                .metrics()
                .perplexityProperty()
                .map(perplexity -> "It is " + perplexity + " now, at τ and before any cut."));
    var field = new TextField();
    field.setId("perplexity-field");
    field.getStyleClass().add("small-field");
    field.setPrefColumnCount(8);
    field.setAccessibleText("Wanted perplexity");
    field.setTooltip(new Tooltip("From 1, greedy, to the number of possible tokens, uniform."));
    var label = new Label("Perplexity");
    label.setLabelFor(field);
    var set = new Button("Set τ");
    set.setId("perplexity-set");
    set.getStyleClass().add("transport-button");
    set.setTooltip(new Tooltip("Finds the temperature by Newton’s method and sets it."));
    set.setOnAction(_ -> viewModel.aimAtPerplexity(field.getText()));
    field.setOnAction(_ -> viewModel.aimAtPerplexity(field.getText()));
    var line = new HBox(label, field, set);
    line.getStyleClass().add("card-head");
    line.setAlignment(Pos.CENTER_LEFT);
    var outcome = new Label();
    outcome.setId("perplexity-outcome");
    outcome.setWrapText(true);
    outcome.setMinHeight(Region.USE_PREF_SIZE);
    outcome
        .textProperty()
        .bind(viewModel.perplexityTarget().outcomeProperty().map(result -> result.sentence()));
    viewModel.perplexityTarget().clear();
    var content = new VBox(line, now, outcome);
    content.getStyleClass().add("dialog-content");
    content.setPrefWidth(400);
    getDialogPane().setContent(content);
    getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
    setOnShown(_ -> field.requestFocus());
  }
}
