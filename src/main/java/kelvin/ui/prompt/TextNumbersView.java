package kelvin.ui.prompt;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.display.InformationUnit;
import kelvin.ui.control.Metric;

/// Layout and bindings of the text's numbers: −Σ ln p, loss and perplexity, the token at the caret,
/// and the chain rule of a selection.
final class TextNumbersView extends VBox {

  private final TextNumbersViewModel viewModel;

  TextNumbersView(TextNumbersViewModel viewModel) {
    this.viewModel = viewModel;
    getStyleClass().add("text-numbers");
    setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(scopeLine(), metrics(), token(), chainRule());
  }

  private HBox scopeLine() {
    var scope = new Label();
    scope.setId("scope");
    scope.getStyleClass().add("faint");
    scope.setWrapText(true);
    scope.textProperty().bind(viewModel.scopeProperty());
    HBox.setHgrow(scope, Priority.ALWAYS);
    scope.setMaxWidth(Double.MAX_VALUE);
    var copy = new Button("Copy");
    copy.setId("copy-chain-rule");
    copy.getStyleClass().add("quiet-button");
    copy.setMinWidth(USE_PREF_SIZE);
    copy.setTooltip(
        new Tooltip("Copies the whole product, each token with its p and ln p, as text."));
    copy.setOnAction(_ -> viewModel.chainRuleProperty().get().ifPresent(TextNumbersView::copy));
    showIf(copy, viewModel.chainRuleProperty().map(Optional::isPresent));
    var line = new HBox(scope, copy);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static void copy(ChainRule rule) {
    var content = new ClipboardContent();
    content.putString(rule.text());
    Clipboard.getSystemClipboard().setContent(content);
  }

  private FlowPane metrics() {
    var unit = viewModel.unitProperty().map(InformationUnit::label);
    var metrics =
        new FlowPane(
            new Metric(
                "information",
                "total surprisal",
                unit,
                "−Σ log p(token | tokens before), with log₂ for bits and ln for nats: by the chain"
                    + " rule −log of the probability of all these tokens together. Tokens of the prompt and generated ones; the"
                    + " first is scored after the start token, where there is one.",
                viewModel.information()),
            new Metric(
                "loss",
                "loss",
                unit,
                "The mean of −log p(token | tokens before): the total surprisal divided by the"
                    + " number of scored tokens.",
                viewModel.loss()),
            new Metric(
                "text-perplexity",
                "perplexity",
                "",
                "The number of equally likely tokens that would be as hard to guess: e^loss in nats,"
                    + " 2^loss in bits.",
                viewModel.perplexity()));
    metrics.getStyleClass().add("metrics");
    return metrics;
  }

  private Label token() {
    var token = new Label();
    token.setId("caret-token");
    token.getStyleClass().add("caret-token");
    token.setWrapText(true);
    token.textProperty().bind(viewModel.tokenProperty());
    showIf(token, viewModel.tokenProperty().map(text -> !text.isEmpty()));
    return token;
  }

  private VBox chainRule() {
    var rule = viewModel.chainRuleProperty();
    var box =
        new VBox(
            line("chain-joint", rule.map(now -> now.map(ChainRule::joint).orElse(""))),
            line("chain-factors", rule.map(now -> now.map(r -> "= " + r.factors()).orElse(""))),
            line("chain-product", rule.map(now -> now.map(r -> "= " + r.product()).orElse(""))),
            line(
                "chain-logs",
                rule.map(now -> now.map(r -> "ln p = " + r.logs() + " = " + r.sum()).orElse(""))));
    box.getStyleClass().add("chain-rule");
    showIf(box, rule.map(Optional::isPresent));
    return box;
  }

  private static Label line(String id, ObservableValue<String> text) {
    var label = new Label();
    label.setId(id);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.textProperty().bind(text);
    return label;
  }

  private static void showIf(Region node, ObservableValue<Boolean> condition) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(node.visibleProperty());
  }
}
