package kelvin.ui.distribution;

import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import kelvin.ui.control.command.Shortcut;
import kelvin.ui.plot.bars.TokenBars;

/// Layout and bindings of the bars with their scroll bar.
final class BarsPane extends HBox {

  /// The shortest thumb that can be grabbed, in pixels.
  private static final double MIN_THUMB = 32;

  private final DistributionViewModel viewModel;
  private final TokenBars bars = new TokenBars();
  private final Tooltip tooltip = new Tooltip();

  BarsPane(DistributionViewModel viewModel) {
    this.viewModel = viewModel;
    getStyleClass().add("bars-pane");
    bars.setId("bars");
    bars.pictureProperty().bind(viewModel.pictureProperty());
    bars.scaleProperty().bind(viewModel.scaleProperty());
    bars.columnsProperty().bind(viewModel.bars().columnsProperty());
    bars.ghostProperty().bind(viewModel.pinned().ghostProperty());
    bars.vocabularyProperty().bind(viewModel.vocabularyProperty());
    bars.animatedProperty().bind(viewModel.bars().reducedMotionProperty().not());
    bars.selectedRankProperty().bindBidirectional(viewModel.bars().selectedRankProperty());
    bars.firstRankProperty().bindBidirectional(viewModel.bars().firstRankProperty());
    // Not bound: a lecture has bars of its own beside these, and each may be under the mouse.
    bars.hoveredRankProperty()
        .subscribe((_, rank) -> viewModel.bars().hoveredRankProperty().set(rank.intValue()));
    bars.setOnForce(viewModel::force);
    bars.accessibleHelpProperty().bind(viewModel.layers().lensProperty());
    HBox.setHgrow(bars, Priority.ALWAYS);
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(520);
    tooltip.setShowDelay(Duration.millis(700));
    bars.hoveredRankProperty().subscribe(rank -> explain(rank.intValue()));
    getChildren().addAll(bars, scrollBar());
  }

  void focusBars() {
    bars.requestFocus();
  }

  private ScrollBar scrollBar() {
    var scroll = new ScrollBar();
    scroll.setId("bars-scroll");
    scroll.setOrientation(Orientation.VERTICAL);
    scroll.setAccessibleText("Scroll through the vocabulary");
    scroll.setTooltip(
        new Tooltip(
            "Through the whole vocabulary, by rank ("
                + Shortcut.GO_TO_RANK.text()
                + " goes to one)."));
    // Otherwise the bars, which ask for more room than there is, would squeeze it out.
    scroll.setMinWidth(USE_PREF_SIZE);
    scroll.setMin(1);
    scroll.setUnitIncrement(1);
    scroll
        .maxProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> (double) Math.max(1, count() - bars.visibleRowsProperty().get() + 1),
                bars.pictureProperty(),
                bars.visibleRowsProperty()));
    scroll.blockIncrementProperty().bind(bars.visibleRowsProperty());
    scroll
        .visibleAmountProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> visibleAmount(scroll),
                scroll.maxProperty(),
                scroll.heightProperty(),
                bars.visibleRowsProperty()));
    scroll.visibleProperty().bind(scroll.maxProperty().greaterThan(1));
    bars.firstRankProperty().subscribe(rank -> scroll.setValue(rank.intValue()));
    scroll.valueProperty().subscribe(value -> bars.scrollTo((int) Math.round(value.doubleValue())));
    return scroll;
  }

  /// The thumb shows the visible share of the vocabulary. For a large vocabulary it is longer than
  /// that, or it would be a dot.
  private double visibleAmount(ScrollBar scroll) {
    double range = scroll.getMax() - scroll.getMin();
    double shown = bars.visibleRowsProperty().get() / Math.max(1.0, count());
    double min = MIN_THUMB / Math.max(2 * MIN_THUMB, scroll.getHeight());
    return range * Math.max(shown, min);
  }

  private int count() {
    var shown = viewModel.pictureProperty().get();
    return shown == null ? 1 : shown.rows();
  }

  /// Shows the whole text of a long token, and by how much a removed one missed its bound.
  private void explain(int rank) {
    Tooltip.uninstall(bars, tooltip);
    var shown = viewModel.pictureProperty().get();
    if (rank > 0 && shown != null) {
      var fate = shown.fate(rank);
      tooltip.setText(
          shown.textAtRank(rank)
              + "\n"
              + fate
              + "\nA click selects it; a double click or Enter takes it as the next token.");
      Tooltip.install(bars, tooltip);
    }
  }
}
