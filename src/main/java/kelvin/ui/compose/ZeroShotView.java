package kelvin.ui.compose;

import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import kelvin.prompt.ZeroShotKind;
import kelvin.ui.control.ChoiceWords;
import kelvin.ui.control.Sentences;

/// Layout and bindings of the zero-shot editor.
public final class ZeroShotView extends VBox {

  public ZeroShotView(ComposerViewModel composer) {
    var viewModel = composer.zeroShot();
    getStyleClass().addAll("zero-shot-view", "composer");
    var kind = new ChoiceBox<ZeroShotKind>();
    kind.setId("zero-shot-kind");
    kind.getStyleClass().add("quiet-choice");
    kind.getItems().addAll(ZeroShotKind.ALL);
    kind.setConverter(new ChoiceWords<>(ZeroShotKind::title));
    kind.setAccessibleText("Kind of task");
    kind.setTooltip(new Tooltip("A common way to put a task into words, to start from."));
    kind.valueProperty().bindBidirectional(viewModel.kindProperty());
    var template =
        new MarkedField(
            "The task in words: {x} is the input, {labels} the labels. Shift+Enter types a line"
                + " break.");
    template.setId("zero-shot-template");
    template.valueProperty().bindBidirectional(viewModel.templateProperty());
    var input = new MarkedField("The input that stands for {x}.");
    input.setId("zero-shot-input");
    input.valueProperty().bindBidirectional(viewModel.inputProperty());
    getChildren()
        .addAll(
            new ComposerLine("kind", kind),
            new ComposerLine("template", template),
            Sentences.problem("template-problem", viewModel.problemProperty()),
            new ComposerLine("input x", input, new TestInputMenu(composer)));
  }
}
