package kelvin.ui.distribution;

import java.util.List;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kelvin.display.ProbabilityScale;
import kelvin.ui.control.ChoiceSwitch;
import kelvin.ui.control.ChoiceSwitch.Segment;
import kelvin.ui.distribution.layers.LayersPane;
import kelvin.ui.plot.bars.DifferenceBars;
import kelvin.ui.plot.curve.CumulativeCurve;
import kelvin.ui.plot.film.TemperatureFilm;

/// Layout and bindings of the plots below the bars: cumulative curve, films, difference.
final class PlotsView extends VBox {

  private static final double HINT_WIDTH = 420;

  private final DistributionViewModel viewModel;
  private final PlotsViewModel plots;
  private Plot latest = Plot.CURVE;

  PlotsView(DistributionViewModel viewModel) {
    this.viewModel = viewModel;
    plots = viewModel.plots();
    getStyleClass().add("curves-view");
    var row = new HBox();
    Plot.ALL.forEach(plot -> row.getChildren().add(shown(region(plot), plot)));
    row.getStyleClass().add("plots");
    // Plots side by side may need more room than a narrow panel has.
    var scroll = new ScrollPane(row);
    scroll.getStyleClass().add("plots-scroll");
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.setMinWidth(0);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    plots.shownProperty().subscribe((before, now) -> added(before, now));
    // A panel may get its width only after the plot was added.
    row.widthProperty().subscribe(() -> reveal(scroll, row));
    scroll.viewportBoundsProperty().subscribe(() -> reveal(scroll, row));
    getChildren().addAll(head(), scroll);
    setMinHeight(144);
  }

  private void added(Set<Plot> before, Set<Plot> now) {
    Plot.ALL.stream()
        .filter(plot -> now.contains(plot) && !before.contains(plot))
        .findFirst()
        .ifPresent(plot -> latest = plot);
  }

  /// Scrolls to the plot that was added last, which may be outside a narrow panel.
  private void reveal(ScrollPane scroll, HBox row) {
    double hidden = row.getWidth() - scroll.getViewportBounds().getWidth();
    if (hidden > 0) {
      var added = row.getChildren().get(Plot.ALL.indexOf(latest));
      scroll.setHvalue(Math.min(1, added.getBoundsInParent().getMinX() / hidden));
    }
  }

  private Region region(Plot plot) {
    return switch (plot) {
      case CURVE -> curve(viewModel);
      case FILM -> withMessage(film(viewModel), "film-message", viewModel.film().messageProperty());
      case DIFFERENCE -> difference();
      case LAYERS -> layers(viewModel);
    };
  }

  private Node shown(Region plot, Plot which) {
    HBox.setHgrow(plot, Priority.ALWAYS);
    plot.setPrefWidth(240);
    plots
        .shownProperty()
        .subscribe(
            now -> {
              plot.setVisible(now.contains(which));
              plot.setManaged(now.contains(which));
            });
    return plot;
  }

  private HBox head() {
    var title = new Label();
    title.getStyleClass().add("section-title");
    title.setMinWidth(USE_PREF_SIZE);
    title.textProperty().bind(plots.shownProperty().map(PlotsView::title));
    var hint = new Label();
    hint.getStyleClass().add("quiet");
    hint.setMinWidth(0);
    hint.textProperty().bind(plots.shownProperty().map(PlotsView::hint));
    hint.visibleProperty().bind(widthProperty().greaterThan(HINT_WIDTH));
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var buttons =
        ChoiceSwitch.ofSeveral(
            plots.shownProperty(),
            plots::showOnly,
            plot -> plots.show(plot, !plots.isShown(plot)),
            Plot.ALL.stream().map(PlotsView::segment).toList());
    var head = new HBox(title, space, hint, scales(), buttons);
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  /// The scales of both films, while one of them is shown.
  private ChoiceSwitch<ProbabilityScale> scales() {
    var scales =
        new ChoiceSwitch<>(
            viewModel.film().scaleProperty(),
            List.of(
                new Segment<>(
                    ProbabilityScale.LINEAR,
                    "film-scale-linear",
                    "p",
                    "The film shows probabilities from 0 to 1."),
                new Segment<>(
                    ProbabilityScale.LOGARITHMIC,
                    "film-scale-log",
                    "log p",
                    "The film shows probabilities on a log scale: equal steps are equal factors."
                        + " The lowest mark stands for all below one in a million."),
                new Segment<>(
                    ProbabilityScale.SHARE,
                    "film-scale-share",
                    "share",
                    "The film shows the share of each token among the tokens with a line.")));
    scales.setId("film-scale");
    scales.visibleProperty().bind(plots.shownProperty().map(PlotsView::hasFilm));
    scales.managedProperty().bind(scales.visibleProperty());
    return scales;
  }

  private static boolean hasFilm(Set<Plot> now) {
    return now.contains(Plot.FILM) || now.contains(Plot.LAYERS);
  }

  private static String title(Set<Plot> now) {
    return now.size() > 1 ? "PLOTS" : now.iterator().next().heading();
  }

  private static String hint(Set<Plot> now) {
    return now.size() > 1 ? "" : now.iterator().next().hint();
  }

  private static Segment<Plot> segment(Plot plot) {
    return new Segment<>(
        plot,
        "show-" + plot.id(),
        plot.symbol(),
        plot.lesson() + "\nShift+click shows it beside the others.");
  }

  static Region curve(DistributionViewModel viewModel) {
    var curve = new CumulativeCurve();
    curve.setId("curve");
    curve.pictureProperty().bind(viewModel.pictureProperty());
    curve.ghostProperty().bind(viewModel.pinned().ghostProperty());
    curve.topPProperty().bind(viewModel.topPProperty());
    curve.setOnTopP(viewModel::proposeTopP);
    return curve;
  }

  static Region film(DistributionViewModel viewModel) {
    var film = new TemperatureFilm();
    film.setId("film");
    film.sweepProperty().bind(viewModel.film().sweepProperty());
    film.pictureProperty().bind(viewModel.pictureProperty());
    film.temperatureProperty().bind(viewModel.temperatureProperty());
    film.scaleProperty().bind(viewModel.film().scaleProperty());
    film.setOnTemperature(viewModel::proposeTemperature);
    return film;
  }

  static Region layers(DistributionViewModel viewModel) {
    return new LayersPane(viewModel.layers(), viewModel.film().scaleProperty());
  }

  private Region difference() {
    var bars = new DifferenceBars();
    bars.setId("difference");
    bars.pictureProperty().bind(viewModel.pinned().differenceProperty());
    bars.unitProperty().bind(viewModel.unitProperty());
    return withMessage(bars, "difference-message", viewModel.pinned().messageProperty());
  }

  /// A plot, or a sentence in its place.
  static Region withMessage(Region plot, String id, ObservableValue<String> sentence) {
    var message = new Label();
    message.setId(id);
    message.getStyleClass().add("quiet");
    message.setWrapText(true);
    message.textProperty().bind(sentence);
    message.visibleProperty().bind(message.textProperty().isNotEmpty());
    plot.visibleProperty().bind(message.textProperty().isEmpty());
    return new StackPane(plot, message);
  }
}
