package kelvin.ui.lint;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.prompt.DropRule;
import kelvin.prompt.lint.Fix;
import kelvin.ui.control.Sentences;

/// A list of the findings about the prompt: a sentence, the fix as a button, and the fix's effect.
public final class LintView extends VBox {

  private final LintViewModel viewModel;
  private final VBox list = new VBox();

  public LintView(LintViewModel viewModel) {
    this.viewModel = viewModel;
    setId("lint");
    getStyleClass().add("lint-view");
    list.getStyleClass().add("lint-items");
    getChildren().addAll(list, Sentences.of("lint-message", "quiet", viewModel.messageProperty()));
    viewModel.items().subscribe(this::fill);
    fill();
    visibleProperty()
        .bind(Bindings.isNotEmpty(viewModel.items()).or(viewModel.messageProperty().isNotEmpty()));
    managedProperty().bind(visibleProperty());
  }

  private void fill() {
    list.getChildren().setAll(viewModel.items().stream().map(this::item).toList());
  }

  private Node item(LintItem item) {
    var sentence = new Label(item.finding().sentence());
    sentence.getStyleClass().add("lint-sentence");
    sentence.setWrapText(true);
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    var line = new FlowPane();
    line.getStyleClass().add("composer-actions");
    line.setAlignment(Pos.CENTER_LEFT);
    if (item.canDrop()) {
      DropRule.ALL.forEach(rule -> line.getChildren().add(drop(rule)));
    } else if (item.wrong() || item.finding().fix() instanceof Fix.ByHand) {
      var hint = new Label(item.finding().fix().name() + (item.wrong() ? ":" : "."));
      hint.getStyleClass().add("faint");
      line.getChildren().add(hint);
    } else {
      line.getChildren().add(fix(item));
    }
    var effect = new Label(item.effect());
    effect.getStyleClass().addAll("quiet-number", "lint-effect");
    effect.setTooltip(
        new Tooltip(
            "The model’s probability (τ = 1) of the right answer (or of the most probable next token)"
                + " as it is → with the fix."));
    if (!item.effect().isEmpty()) {
      line.getChildren().add(effect);
    }
    var box = new VBox(sentence, line);
    box.getStyleClass().add("lint-item");
    return box;
  }

  private Button fix(LintItem item) {
    var button = new Button(item.finding().fix().name());
    button.setId("fix-" + item.finding().rule().label());
    button.getStyleClass().addAll("quiet-button", "flush");
    button.setTooltip(new Tooltip("Changes the prompt in this way; Undo reverts it."));
    button.setOnAction(_ -> viewModel.fix(item));
    return button;
  }

  private Button drop(DropRule rule) {
    var button = new Button("Drop the " + rule.label());
    button.setId("drop-" + rule.label());
    button.getStyleClass().addAll("quiet-button", "flush");
    button.setTooltip(
        new Tooltip(
            "Mutes the "
                + rule.label()
                + " examples, one after the other, until the prompt fits; Undo reverts it."));
    button.setOnAction(_ -> viewModel.drop(rule));
    return button;
  }
}
