package kelvin.ui.inside;

import java.util.List;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kelvin.engine.inside.Analogies;
import kelvin.ui.control.ChoiceSwitch;
import kelvin.ui.control.ChoiceSwitch.Segment;
import kelvin.ui.control.Sentences;
import kelvin.ui.figure.FigureFormat;
import kelvin.ui.inside.figure.MapExports;
import kelvin.ui.inside.figure.MapFigure;
import kelvin.ui.plot.map.MapPicture;
import kelvin.ui.plot.map.TokenMapPlot;
import kelvin.ui.plot.map.Viewport;

/// Layout and bindings of the map of chosen tokens.
final class MapPane extends VBox {

  private static final double CLOSER = 1.5;

  private final InsideViewModel inside;
  private final MapViewModel viewModel;
  private final TokenMapPlot plot = new TokenMapPlot();

  MapPane(InsideViewModel inside, MapExports exports) {
    this.inside = inside;
    viewModel = inside.map();
    getStyleClass().addAll("card", "card-content");
    plot.setId("token-map");
    plot.viewportProperty().bindBidirectional(viewModel.viewportProperty());
    plot.labelledProperty().bind(viewModel.labelledProperty());
    plot.lassoingProperty().bind(viewModel.lassoingProperty());
    plot.chosenProperty().bindBidirectional(viewModel.selectedProperty());
    viewModel.pictureProperty().subscribe(plot::show);
    plot.setOnRemove(this::removeSelected);
    plot.selectedProperty().subscribe(now -> look(now.intValue()));
    var words = new Label();
    words.setId("map-words");
    words.getStyleClass().add("quiet");
    words.setMinWidth(0);
    words
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::words, plot.wordsProperty(), viewModel.lassoingProperty()));
    getChildren()
        .addAll(
            head(exports),
            tools(),
            Sentences.problem("map-problem", viewModel.problemProperty()),
            shown(),
            words,
            caption());
  }

  /// The words of the token that is pointed at, or what dragging does.
  private String words() {
    var words = plot.wordsProperty().get();
    if (!words.isEmpty()) {
      return words;
    }
    return (viewModel.lassoingProperty().get()
            ? "Drag around tokens to select them"
            : "Drag to move")
        + ", wheel or + − to zoom, arrow keys from token to token.";
  }

  /// Looks at the neighbours of the token that was selected on the map.
  private void look(int point) {
    var picture = plot.picture();
    if (point >= 0 && point < picture.count()) {
      inside.neighbors().look(picture.points().get(point).id());
    }
  }

  private void removeSelected() {
    var chosen = viewModel.selectedProperty().get();
    int point = plot.selectedProperty().get();
    if (!chosen.isEmpty()) {
      viewModel.remove(chosen);
    } else if (point >= 0 && point < plot.picture().count()) {
      viewModel.remove(Set.of(plot.picture().points().get(point).id()));
    }
  }

  private HBox head(MapExports exports) {
    var title = new Label("MAP");
    title.getStyleClass().add("section-title");
    title.setMinWidth(USE_PREF_SIZE);
    var field = new TextField();
    field.setId("map-field");
    field.getStyleClass().add("small-field");
    field.setPromptText("words to add");
    field.setAccessibleText("Words to add to the map");
    field.setMinWidth(80);
    field.setPrefWidth(200);
    NeighborsPane.teach(
        field,
        "Words with spaces between them; Enter adds them to the map. Each is one token: a word is"
            + " taken with the space before it, in quotes exactly.");
    field.textProperty().bindBidirectional(viewModel.typedProperty());
    field.setOnAction(_ -> viewModel.addTyped());
    HBox.setHgrow(field, Priority.ALWAYS);
    var export = new MenuButton("Export");
    export.setId("map-export");
    export.getStyleClass().add("quiet-menu");
    export.setMinWidth(USE_PREF_SIZE);
    NeighborsPane.teach(
        export, "The map as PNG or SVG, its places as CSV or JSON (kelvin render --tokens).");
    for (var format : FigureFormat.values()) {
      var item = new MenuItem(format.label() + " …");
      item.setOnAction(_ -> exports.export(figure(), format, getScene().getWindow()));
      export.getItems().add(item);
    }
    export.disableProperty().bind(viewModel.pictureProperty().map(MapPicture::isEmpty));
    var head = new HBox(title, field, relations(), export);
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private MapFigure figure() {
    return new MapFigure(
        viewModel.pictureProperty().get(),
        inside.vectors().matrixProperty().get(),
        inside.model(),
        viewModel.labelledProperty().get());
  }

  private MenuButton relations() {
    var menu = new MenuButton("Words");
    menu.setId("map-words-menu");
    menu.getStyleClass().add("quiet-menu");
    menu.setMinWidth(USE_PREF_SIZE);
    NeighborsPane.teach(
        menu, "Shows words that come along, in pairs, or the candidates of the answer again.");
    var candidates = new MenuItem("Candidates of the answer");
    candidates.setId("map-candidates");
    candidates.setOnAction(_ -> viewModel.clear());
    menu.getItems().add(candidates);
    for (var relation : Analogies.bundled().relations()) {
      var item = new MenuItem(relation.name());
      item.setOnAction(_ -> viewModel.showRelation(relation));
      menu.getItems().add(item);
    }
    return menu;
  }

  private FlowPane tools() {
    var drag =
        new ChoiceSwitch<>(
            viewModel.lassoingProperty(),
            List.of(
                new Segment<>(
                    false, "map-move", "Move", "Dragging moves the map; with Shift it selects."),
                new Segment<>(
                    true,
                    "map-lasso",
                    "Lasso",
                    "Dragging draws a line around tokens, which selects them; with Shift it"
                        + " moves.")));
    drag.setId("map-drag");
    var labels = new ToggleButton("Labels");
    labels.setId("map-labels");
    labels.getStyleClass().add("transport-button");
    NeighborsPane.teach(
        labels,
        "Shows the tokens’ texts where they find a place. Selected ones always have theirs.");
    labels.selectedProperty().bindBidirectional(viewModel.labelledProperty());
    var closer = NeighborsPane.button("map-closer", "+", "Enlarges the map (+ or the wheel).");
    closer.setAccessibleText("Enlarge the map");
    closer.setOnAction(_ -> plot.zoom(CLOSER));
    var farther = NeighborsPane.button("map-farther", "−", "Shows more of the map (− or wheel).");
    farther.setAccessibleText("Show more of the map");
    farther.setOnAction(_ -> plot.zoom(1 / CLOSER));
    var whole = NeighborsPane.button("map-whole", "All", "Shows all tokens of the map (0).");
    whole.setOnAction(_ -> viewModel.viewportProperty().set(Viewport.WHOLE));
    var tools = new FlowPane(drag, labels, closer, farther, whole, remove());
    tools.getStyleClass().add("map-tools");
    return tools;
  }

  private Button remove() {
    var remove =
        NeighborsPane.button(
            "map-remove", "Remove", "Takes the selected tokens off the map (Delete).");
    remove
        .disableProperty()
        .bind(
            viewModel
                .selectedProperty()
                .map(Set::isEmpty)
                .flatMap(
                    empty -> plot.selectedProperty().map(point -> empty && point.intValue() < 0)));
    remove.setOnAction(_ -> removeSelected());
    return remove;
  }

  private StackPane shown() {
    var message = new Label();
    message.setId("map-message");
    message.getStyleClass().add("empty-message");
    message.setWrapText(true);
    var said = inside.vectors().messageProperty();
    message
        .textProperty()
        .bind(
            said.map(
                now ->
                    now.isEmpty()
                        ? "Type words to see where their vectors lie, or choose some that come"
                            + " along."
                        : now));
    message.visibleProperty().bind(viewModel.pictureProperty().map(MapPicture::isEmpty));
    plot.visibleProperty().bind(message.visibleProperty().not());
    var shown = new StackPane(plot, message);
    VBox.setVgrow(shown, Priority.ALWAYS);
    return shown;
  }

  private Label caption() {
    var caption = new Label();
    caption.setId("map-caption");
    caption.getStyleClass().add("faint");
    caption.setWrapText(true);
    caption.setMinHeight(Region.USE_PREF_SIZE);
    caption
        .textProperty()
        .bind(
            viewModel
                .pictureProperty()
                .map(
                    picture ->
                        picture.isEmpty()
                            ? ""
                            : picture.shares()
                                + (viewModel.chosenProperty().get().isEmpty()
                                    ? " These are the candidates of the answer."
                                    : "")));
    return caption;
  }
}
