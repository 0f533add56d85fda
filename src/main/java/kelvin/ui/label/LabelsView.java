package kelvin.ui.label;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kelvin.ui.control.Sentences;
import kelvin.ui.plot.bars.LabelBars;

/// Shows the labels after the prompt, their tokens, and their shares under each normalisation.
public final class LabelsView extends StackPane {

  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private final LabelsViewModel viewModel;
  private final LabelBars bars = new LabelBars();
  private final LabelTokensView tokens = new LabelTokensView();
  private final NormalizationsTable table = new NormalizationsTable();
  private final Label warnings = new Label();
  private final DecisionView decision = new DecisionView();
  private final VBox content = new VBox();

  public LabelsView(LabelsViewModel viewModel) {
    this.viewModel = viewModel;
    getStyleClass().addAll("card", "labels-view");
    bars.setId("label-bars");
    warnings.setId("label-warnings");
    warnings.getStyleClass().add("label-warnings");
    warnings.setWrapText(true);
    warnings.setMinHeight(Region.USE_PREF_SIZE);
    hideWhileEmpty(warnings);
    var problem = Sentences.problem("labels-problem", viewModel.problemProperty());
    var body = new VBox(problem, decision, new VBox(bars), warnings, contentFree(), comparison());
    body.getChildren().addAll(title("TOKEN BY TOKEN"), tokens);
    body.getStyleClass().add("labels-body");
    body.visibleProperty().bind(viewModel.foldedProperty().not());
    body.managedProperty().bind(body.visibleProperty());
    content.getChildren().addAll(head(), body);
    content.getStyleClass().add("card-content");
    var scroll = new ScrollPane(content);
    scroll.getStyleClass().add("column-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    getChildren().add(scroll);
    viewModel.onShowProperty().subscribe(_ -> show());
    viewModel.normalizationProperty().subscribe(_ -> show());
    viewModel.contentFreeProperty().subscribe(_ -> show());
    viewModel.comparingProperty().subscribe(_ -> show());
    viewModel.unitProperty().subscribe(_ -> show());
    bars.unitProperty().bind(viewModel.unitProperty());
    bars.selectedProperty().subscribe(_ -> show());
    bars.decisionProperty().bind(decision.accessibleTextProperty());
    var menu = new LabelsMenu(viewModel);
    menu.attach(bars);
    menu.attach(decision);
    viewModel.staleProperty().subscribe(stale -> pseudoClassStateChanged(STALE, stale));
  }

  /// The height of the content; a scroll pane alone would ask for a height of its own.
  @Override
  protected double computePrefHeight(double width) {
    return content.prefHeight(width);
  }

  private static void hideWhileEmpty(Label label) {
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
  }

  private void show() {
    var shown = viewModel.onShowProperty().get();
    if (shown == null) {
      bars.barsProperty().set(List.of());
      tokens.getChildren().clear();
      warnings.setText("");
      decision.show(Optional.empty());
      return;
    }
    bars.barsProperty().set(shown.bars(viewModel.choice(viewModel.normalizationProperty().get())));
    decision.show(viewModel.decision());
    tokens.show(shown.tokens(viewModel.unitProperty().get()), bars.selectedProperty().get());
    warnings.setText(String.join(" ", shown.warnings()));
    if (viewModel.comparingProperty().get()) {
      table.show(viewModel, shown);
    }
  }

  private HBox head() {
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var by = new Label("Normalisation");
    by.getStyleClass().add("quiet");
    by.setMinWidth(Region.USE_PREF_SIZE);
    var choice = new NormalizationChoice(viewModel);
    var title = title("LABELS");
    var head = new HBox(title, summary(), space, foldButton(), compareButton(), by, choice);
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  /// A summary of the chosen normalisation, shown while the panel is folded.
  private Label summary() {
    var summary = new Label();
    summary.setId("labels-summary");
    summary.getStyleClass().add("token-text");
    summary.setMinWidth(0);
    summary
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::summaryText,
                viewModel.foldedProperty(),
                viewModel.onShowProperty(),
                viewModel.normalizationProperty(),
                viewModel.contentFreeProperty()));
    return summary;
  }

  private String summaryText() {
    return viewModel.foldedProperty().get()
        ? viewModel.decision().map(ShownDecision::summary).orElse("")
        : "";
  }

  private ToggleButton foldButton() {
    var fold = new ToggleButton();
    fold.setId("fold-labels");
    fold.getStyleClass().addAll("quiet-button", "disclosure");
    fold.setMinWidth(Region.USE_PREF_SIZE);
    fold.textProperty()
        .bind(viewModel.foldedProperty().map(folded -> folded ? "Expand" : "Collapse"));
    fold.setTooltip(
        new Tooltip("Collapses this panel, so that the next token has more room, or expands it."));
    fold.selectedProperty().bindBidirectional(viewModel.foldedProperty());
    return fold;
  }

  private static Label title(String text) {
    var title = new Label(text);
    title.getStyleClass().add("section-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    return title;
  }

  /// A scroll pane, because six columns of numbers can be wider than the panel.
  private Node comparison() {
    var wide = new ScrollPane(table);
    wide.getStyleClass().add("plots-scroll");
    wide.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    wide.setFocusTraversable(false);
    wide.setMinHeight(Region.USE_PREF_SIZE);
    wide.visibleProperty().bind(viewModel.comparingProperty());
    wide.managedProperty().bind(wide.visibleProperty());
    return wide;
  }

  private Node contentFree() {
    var editor = new ContentFreeEditor(viewModel);
    editor
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                viewModel::usesContentFree,
                viewModel.comparingProperty(),
                viewModel.normalizationProperty()));
    editor.managedProperty().bind(editor.visibleProperty());
    return editor;
  }

  private ToggleButton compareButton() {
    var button = new ToggleButton();
    button
        .textProperty()
        .bind(viewModel.comparingProperty().map(now -> now ? "Hide comparison" : "Compare"));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setId("compare-normalizations");
    button.getStyleClass().addAll("quiet-button", "disclosure");
    button.setTooltip(
        new Tooltip(
            "Every label’s share under every normalisation, side by side, and what each chooses."));
    button.selectedProperty().bindBidirectional(viewModel.comparingProperty());
    return button;
  }
}
