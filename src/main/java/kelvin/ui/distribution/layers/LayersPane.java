package kelvin.ui.distribution.layers;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kelvin.display.ProbabilityScale;
import kelvin.ui.inside.copy.CopyViewModel.State;
import kelvin.ui.plot.film.LayerFilm;

/// Layout and bindings of the layer film, and what stands in its place while there is none.
public final class LayersPane extends StackPane {

  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private final LayersViewModel viewModel;

  /// @param scale of the probabilities, the same as of the temperature film
  public LayersPane(LayersViewModel viewModel, ObjectProperty<ProbabilityScale> scale) {
    this.viewModel = viewModel;
    getStyleClass().add("layers-pane");
    var film = new LayerFilm();
    film.setId("layer-film");
    film.pictureProperty().bind(viewModel.pictureProperty());
    film.layerProperty().bind(viewModel.layerProperty());
    film.scaleProperty().bind(scale);
    film.setOnLayer(viewModel::look);
    film.visibleProperty().bind(viewModel.pictureProperty().isNotNull());
    viewModel.staleProperty().subscribe(now -> film.pseudoClassStateChanged(STALE, now));
    getChildren().addAll(film, instead());
  }

  private VBox instead() {
    var words = new Label();
    words.setId("layers-message");
    words.getStyleClass().add("quiet");
    words.setWrapText(true);
    words
        .textProperty()
        .bind(
            Bindings.when(viewModel.copy().problemProperty().isNotEmpty())
                .then(viewModel.copy().problemProperty())
                .otherwise(viewModel.copy().messageProperty()));
    var box = new VBox(words, progress(), openButton(), cancelButton());
    box.getStyleClass().add("layers-instead");
    box.setAlignment(Pos.CENTER_LEFT);
    box.visibleProperty().bind(viewModel.pictureProperty().isNull());
    return box;
  }

  /// The runtime does not say how far it is, so the bar only shows activity.
  private ProgressBar progress() {
    var bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    bar.setId("layers-progress");
    bar.getStyleClass().add("opening-progress");
    bar.accessibleTextProperty().bind(viewModel.copy().messageProperty());
    showWhile(State.OPENING, bar);
    return bar;
  }

  private Button openButton() {
    var button = new Button("Open the copy");
    button.setId("open-layers");
    button.setTooltip(
        new Tooltip(
            "Opens a second copy of the model that also gives what the model would choose after"
                + " each layer. The one that answers stays as it is."));
    button.setOnAction(_ -> viewModel.copy().open());
    showWhile(State.ASKING, button);
    return button;
  }

  private Button cancelButton() {
    var button = new Button("Cancel");
    button.setId("cancel-layers");
    button.setTooltip(new Tooltip("Opens no second copy; the layers can be opened later."));
    button.setOnAction(_ -> viewModel.copy().cancelOpening());
    showWhile(State.OPENING, button);
    return button;
  }

  private void showWhile(State state, Node node) {
    node.visibleProperty().bind(viewModel.copy().stateProperty().isEqualTo(state));
    node.managedProperty().bind(node.visibleProperty());
  }
}
