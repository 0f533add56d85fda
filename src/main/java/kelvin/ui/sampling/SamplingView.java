package kelvin.ui.sampling;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The sampling panel: the chain as cards and the metrics that result, which scroll in a low
/// window, and below them the draw, which is always in sight.
public final class SamplingView extends VBox {

  private final SamplingViewModel viewModel;

  public SamplingView(SamplingViewModel viewModel) {
    this.viewModel = viewModel;
    getStyleClass().addAll("card", "sampling-view");
    setMinHeight(0);
    var metrics = new MetricsView(viewModel.metrics());
    var content = new VBox(head(), new ChainView(viewModel), actions(), rule(), metrics);
    content.getStyleClass().add("card-content");
    var scroll = new ScrollPane(content);
    scroll.setId("sampling-scroll");
    scroll.getStyleClass().add("sampling-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    // Numbers that open below the fold come into sight.
    viewModel
        .metrics()
        .moreProperty()
        .subscribe(
            (_, more) -> {
              if (more) {
                scroll.applyCss();
                scroll.layout();
                scroll.setVvalue(scroll.getVmax());
              }
            });
    var foot = new VBox(new ChainSentences(viewModel), rule(), new DrawView(viewModel));
    foot.getStyleClass().add("sampling-foot");
    foot.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(scroll, foot);
  }

  private HBox head() {
    var title = new Label("SAMPLING");
    title.getStyleClass().add("section-title");
    title.setMinWidth(USE_PREF_SIZE);
    var reset = new ResetButton(viewModel);
    reset.setId("reset-sampling");
    var head = new HBox(title, new PresetMenu(viewModel.chain()), grow(), reset);
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private HBox actions() {
    var open = new Button("Open in …");
    open.setId("open-in");
    open.setMinWidth(USE_PREF_SIZE);
    open.getStyleClass().add("quiet-button");
    open.setTooltip(
        new Tooltip(
            "These settings as code or a command line of Transformers, llama.cpp and vLLM."));
    open.setOnAction(_ -> new ToolDialog(viewModel, getScene()).show());
    var actions = new HBox(new AddStageMenu(viewModel.chain()), grow(), open);
    actions.getStyleClass().add("chain-actions");
    actions.setAlignment(Pos.CENTER_LEFT);
    return actions;
  }

  private static Region rule() {
    var rule = new Region();
    rule.getStyleClass().add("rule");
    return rule;
  }

  private static Region grow() {
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }
}
