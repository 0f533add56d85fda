package kelvin.ui.sampling;

import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kelvin.display.InformationUnit;
import kelvin.ui.control.Metric;
import kelvin.ui.control.Sentences;

/// The metrics of the visible distribution, with more of them on request.
final class MetricsView extends VBox {

  private final MetricsViewModel viewModel;

  MetricsView(MetricsViewModel viewModel) {
    this.viewModel = viewModel;
    getStyleClass().add("metrics-view");
    getChildren()
        .addAll(
            first(),
            more(),
            Sentences.of("metrics-note", "quiet", viewModel.noteProperty()),
            toggle());
  }

  private GridPane first() {
    var unit = viewModel.unitProperty();
    var grid = new GridPane();
    grid.getStyleClass().add("metrics");
    grid.addRow(
        0,
        new Metric(
            "entropy",
            "entropy",
            unit.map(InformationUnit::label),
            "H = −Σ p log p of the distribution at τ, over the whole vocabulary; log₂ for bits, ln"
                + " for nats.",
            viewModel.entropyProperty()),
        new Metric(
            "perplexity",
            "perplexity",
            "",
            "2 to the entropy in bits: as uncertain as this many equally likely tokens.",
            viewModel.perplexityProperty()));
    grid.addRow(
        1,
        new Metric(
            "kept",
            "kept",
            viewModel.keptProperty().map(kept -> kept.equals("1") ? "token" : "tokens"),
            "How many tokens all stages leave to draw from.",
            viewModel.keptProperty()),
        new Metric(
            "removed-mass",
            "removed mass",
            "%",
            "The probability, at τ, of all removed tokens together.",
            viewModel.removedMassProperty()));
    return grid;
  }

  /// Names on the left, numbers on the right.
  private GridPane more() {
    var grid = new GridPane();
    grid.setId("more-metrics");
    grid.getStyleClass().add("more-metrics");
    var names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    var numbers = new ColumnConstraints();
    numbers.setHalignment(HPos.RIGHT);
    grid.getColumnConstraints().addAll(names, numbers);
    grid.addRow(
        0,
        withUnit(
            "varentropy, %s²", "The variance of the surprisal: 0 where all are equally likely."),
        number("varentropy", viewModel.varentropyProperty()));
    grid.addRow(
        1,
        withUnit("dH/dτ, %s", "How fast the entropy rises with the temperature: varentropy / τ."),
        number("entropy-slope", viewModel.entropySlopeProperty()));
    grid.addRow(
        2,
        name("Rényi-2, tokens", "1 / Σ p²: a perplexity that the tail hardly moves."),
        number("effective-count", viewModel.effectiveCountProperty()));
    grid.addRow(
        3,
        withUnit("KL truncated ‖ full, %s", "−log of the kept mass: what the cuts cost."),
        number("truncation-cost", viewModel.truncationCostProperty()));
    var nucleus = name("", "How many tokens have this mass together, at τ and before any cut.");
    nucleus.textProperty().bind(viewModel.nucleusNameProperty().map(name -> name + ", tokens"));
    grid.addRow(4, nucleus, number("nucleus-size", viewModel.nucleusSizeProperty()));
    grid.addRow(
        5,
        name("tail beyond rank 100, %", "The mass of all tokens after the hundredth, at τ."),
        number("tail-mass", viewModel.tailMassProperty()));
    grid.visibleProperty().bind(viewModel.moreProperty());
    grid.managedProperty().bind(viewModel.moreProperty());
    return grid;
  }

  private static Label name(String text, String lesson) {
    var label = new Label(text);
    label.getStyleClass().add("quiet");
    label.setTooltip(new Tooltip(lesson));
    return label;
  }

  private Label withUnit(String pattern, String lesson) {
    var label = name("", lesson);
    label
        .textProperty()
        .bind(viewModel.unitProperty().map(unit -> pattern.formatted(unit.label())));
    return label;
  }

  private static Label number(String id, ObservableValue<String> value) {
    var label = new Label();
    label.setId(id);
    label.getStyleClass().add("quiet-number");
    label.setMinWidth(USE_PREF_SIZE);
    label.textProperty().bind(value);
    return label;
  }

  private ToggleButton toggle() {
    var toggle = new ToggleButton();
    toggle.setId("show-more-metrics");
    toggle.getStyleClass().addAll("quiet-button", "disclosure");
    toggle
        .textProperty()
        .bind(viewModel.moreProperty().map(shown -> shown ? "Fewer numbers" : "More numbers"));
    toggle.setTooltip(
        new Tooltip("Varentropy, dH/dτ, Rényi-2, KL of the cuts, nucleus size and tail mass."));
    toggle.selectedProperty().bindBidirectional(viewModel.moreProperty());
    return toggle;
  }
}
