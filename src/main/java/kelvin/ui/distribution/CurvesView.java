package kelvin.ui.distribution;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kelvin.ui.control.CumulativeCurve;
import kelvin.ui.control.TemperatureFilm;
import org.controlsfx.control.SegmentedButton;

/// Layout and bindings of the plots below the bars: the cumulative curve or the temperature film.
final class CurvesView extends VBox {

  private final DistributionViewModel viewModel;

  CurvesView(DistributionViewModel viewModel) {
    this.viewModel = viewModel;
    getStyleClass().add("curves-view");
    var curve = curve();
    var film = film();
    getChildren().addAll(head(), new StackPane(curve, film));
    setMinHeight(130);
    viewModel
        .film()
        .activeProperty()
        .subscribe(
            active -> {
              film.setVisible(active);
              curve.setVisible(!active);
            });
  }

  private HBox head() {
    var active = viewModel.film().activeProperty();
    var title = new Label();
    title.getStyleClass().add("section-title");
    title.setMinWidth(USE_PREF_SIZE);
    title.textProperty().bind(active.map(on -> on ? "TEMPERATURE FILM" : "CUMULATIVE MASS"));
    var hint = new Label();
    hint.getStyleClass().add("quiet");
    hint.setMinWidth(0);
    hint.textProperty()
        .bind(
            active.map(
                on ->
                    on
                        ? "p against τ  ·  dashed: entropy / ln V"
                        : "rank, log axis  ·  dashed: τ = 1"));
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var cumulative =
        choice("show-cumulative", "Σ", false, "Cumulative mass against rank; drag the p line.");
    var film =
        choice(
            "show-film",
            "τ",
            true,
            "Each top token's probability against the temperature; drag the cursor.");
    var buttons = new SegmentedButton(cumulative, film);
    buttons.getStyleClass().add("scale-switch");
    buttons.setMinWidth(USE_PREF_SIZE);
    var head = new HBox(title, space, hint, buttons);
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private ToggleButton choice(String id, String text, boolean isFilm, String lesson) {
    var active = viewModel.film().activeProperty();
    var button = new ToggleButton(text);
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip(lesson));
    active.subscribe(on -> button.setSelected(on == isFilm));
    button.setOnAction(
        _ -> {
          active.set(isFilm);
          button.setSelected(true);
        });
    return button;
  }

  private Node curve() {
    var curve = new CumulativeCurve();
    curve.setId("curve");
    curve.setMinHeight(100);
    curve.pictureProperty().bind(viewModel.pictureProperty());
    curve.topPProperty().bind(viewModel.topPProperty());
    curve.setOnTopP(viewModel::proposeTopP);
    return curve;
  }

  private Node film() {
    var film = new TemperatureFilm();
    film.setId("film");
    film.sweepProperty().bind(viewModel.film().sweepProperty());
    film.pictureProperty().bind(viewModel.pictureProperty());
    film.temperatureProperty().bind(viewModel.temperatureProperty());
    film.setOnTemperature(viewModel::proposeTemperature);
    return film;
  }
}
