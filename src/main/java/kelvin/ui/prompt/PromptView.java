package kelvin.ui.prompt;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.ui.control.Metric;
import kelvin.ui.control.PromptArea;
import kelvin.ui.control.ShadedToken;

/// Layout and bindings of the prompt panel.
public final class PromptView extends VBox {

  private final PromptArea area = new PromptArea();

  public PromptView(PromptViewModel viewModel) {
    getStyleClass().addAll("card", "card-content", "prompt-view");
    var title = new Label("PROMPT");
    title.getStyleClass().add("section-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var start = new Label();
    start.setId("start-token");
    start.getStyleClass().addAll("chip", "start-token");
    start.textProperty().bind(viewModel.startTokenProperty());
    start.visibleProperty().bind(viewModel.startTokenProperty().isNotEmpty());
    start.setTooltip(
        new Tooltip("The tokenizer puts this start token before every prompt; the model sees it."));
    var head = new HBox(title, space, start);
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);

    area.setOnCaret(viewModel::moveCaret);
    area.textProperty().bindBidirectional(viewModel.textProperty());
    // The editor takes no control characters: what it shows is what is asked.
    viewModel
        .textProperty()
        .subscribe(() -> viewModel.textProperty().set(area.textProperty().get()));
    area.tokensProperty().bind(viewModel.tokensProperty());
    area.selectedTokenProperty().bind(viewModel.selectedTokenProperty());
    area.currentProperty().bind(viewModel.currentProperty());
    area.placeholderProperty().set("Type a beginning, and see what the model might say next.");
    VBox.setVgrow(area, Priority.ALWAYS);

    var problem = new Label();
    problem.setId("prompt-problem");
    problem.getStyleClass().add("problem");
    problem.setWrapText(true);
    problem.setMinHeight(Region.USE_PREF_SIZE);
    problem.textProperty().bind(viewModel.problemProperty());
    problem.visibleProperty().bind(viewModel.problemProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());

    getChildren().addAll(head, area, problem, legend(), rule(), metrics(viewModel));
  }

  /// The editor, to give it the focus.
  public PromptArea promptArea() {
    return area;
  }

  private static HBox legend() {
    var name = new Label("surprisal");
    name.getStyleClass().add("quiet");
    var ramp = new Region();
    ramp.getStyleClass().add("surprisal-ramp");
    HBox.setHgrow(ramp, Priority.SOMETIMES);
    var range = new Label("0 … " + (int) ShadedToken.FULL_SHADE_NATS + " nats");
    range.getStyleClass().add("quiet-number");
    range.setMinWidth(Region.USE_PREF_SIZE);
    name.setMinWidth(Region.USE_PREF_SIZE);
    var legend = new HBox(name, ramp, range);
    legend.getStyleClass().add("legend");
    legend.setAlignment(Pos.CENTER_LEFT);
    return legend;
  }

  private static Region rule() {
    var rule = new Region();
    rule.getStyleClass().add("rule");
    return rule;
  }

  private static FlowPane metrics(PromptViewModel viewModel) {
    var metrics =
        new FlowPane(
            new Metric(
                "loss",
                "loss",
                "nats",
                "Mean of −ln p(token | tokens before) over the whole text, generated tokens"
                    + " included.",
                viewModel.lossProperty()),
            new Metric(
                "text-perplexity",
                "perplexity",
                "",
                "e^loss of the text.",
                viewModel.perplexityProperty()),
            new Metric(
                "log-probability",
                "ln p(text)",
                "",
                "The sum of ln p over the tokens: by the chain rule, the log-probability of the"
                    + " text.",
                viewModel.logProbabilityProperty()));
    metrics.getStyleClass().add("metrics");
    return metrics;
  }
}
