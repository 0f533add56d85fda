package kelvin.ui.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.engine.inside.TokenSum;
import kelvin.inference.inner.TokenVectors.Matrix;
import kelvin.ui.control.ChoiceSwitch;
import kelvin.ui.control.ChoiceSwitch.Segment;
import kelvin.ui.control.Sentences;

/// Layout and bindings of the nearest tokens of a token or a sum.
final class NeighborsPane extends VBox {

  /// The sentences that name the measure of a list.
  static final String COSINE = "By the angle between the vectors: 1 is the same direction.";

  static final String PRODUCT = "By the dot product, which also grows with the length of a vector.";

  private final NeighborsViewModel viewModel;
  private final MapViewModel map;

  NeighborsPane(InsideViewModel inside) {
    viewModel = inside.neighbors();
    map = inside.map();
    getStyleClass().addAll("card", "card-content");
    var matrices = matrices("matrix", inside.vectors());
    getChildren()
        .addAll(
            head(matrices),
            field(),
            Sentences.problem("near-problem", viewModel.problemProperty()),
            Sentences.of("vectors-message", "quiet", inside.vectors().messageProperty()),
            hint(),
            facts(),
            lists(),
            commands());
  }

  private static HBox head(Region matrices) {
    var title = new Label("NEAREST TOKENS");
    title.getStyleClass().add("section-title");
    title.setMinWidth(USE_PREF_SIZE);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var head = new HBox(title, space, matrices);
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  /// The choice of the matrix, where the model has two that differ.
  ///
  /// @param id the beginning of the ids of its nodes
  static ChoiceSwitch<Matrix> matrices(String id, VectorsViewModel vectors) {
    var made =
        new ChoiceSwitch<>(
            vectors.matrixProperty(),
            List.of(
                new Segment<>(
                    Matrix.INPUT,
                    id + "-input",
                    "Input",
                    "The input embedding: the vectors with which tokens enter the model."),
                new Segment<>(
                    Matrix.OUTPUT,
                    id + "-output",
                    "Output",
                    "The output matrix: the vectors whose product with the last hidden state is a"
                        + " token’s logit.")));
    made.setId(id);
    made.visibleProperty()
        .bind(
            vectors
                .spacesProperty()
                .map(spaces -> spaces != null && !spaces.isSame())
                .orElse(false));
    made.managedProperty().bind(made.visibleProperty());
    return made;
  }

  private HBox field() {
    var field = new TextField();
    field.setId("near-field");
    field.getStyleClass().add("small-field");
    field.setPromptText("king  or  king - man + woman");
    field.setAccessibleText("Token or sum of tokens");
    teach(
        field,
        "A token, or a sum with spaces around + and −; Enter looks at it. A word is taken with the"
            + " space before it, as within a text; in quotes it is taken exactly.");
    field.textProperty().bindBidirectional(viewModel.typedProperty());
    field.setOnAction(_ -> viewModel.lookAtTyped());
    HBox.setHgrow(field, Priority.ALWAYS);
    var look = button("near-look", "Look", "Shows the nearest tokens of what is typed (Enter).");
    look.setOnAction(_ -> viewModel.lookAtTyped());
    look.disableProperty().bind(viewModel.typedProperty().isEmpty());
    var line = new HBox(field, look);
    line.getStyleClass().add("near-line");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private VBox facts() {
    var title = new Label();
    title.setId("near-title");
    title.getStyleClass().add("near-title");
    title.setMinWidth(0);
    title
        .textProperty()
        .bind(viewModel.foundProperty().map(now -> now.map(Neighborhood::title).orElse("")));
    var facts = new Label();
    facts.setId("near-facts");
    facts.getStyleClass().add("faint");
    facts.setMinWidth(USE_PREF_SIZE);
    facts
        .textProperty()
        .bind(viewModel.foundProperty().map(now -> now.map(Neighborhood::facts).orElse("")));
    title.setTooltip(new Tooltip());
    title.getTooltip().textProperty().bind(title.textProperty());
    var lines = new VBox(title, facts);
    whileFound(lines);
    return lines;
  }

  /// Says what to do while nothing is looked at.
  private Label hint() {
    var hint = new Label("Type a token or a sum of tokens, or click a token on the map.");
    hint.setId("near-hint");
    hint.getStyleClass().add("quiet");
    hint.setWrapText(true);
    hint.setMinHeight(Region.USE_PREF_SIZE);
    hint.visibleProperty().bind(viewModel.lookedProperty().map(Optional::isEmpty));
    hint.managedProperty().bind(hint.visibleProperty());
    return hint;
  }

  private HBox lists() {
    var cosine =
        new NearList(
            "near-cosine",
            "cosine",
            COSINE,
            near -> viewModel.look(near.id()),
            near -> map.add(List.of(near.id())));
    var product =
        new NearList(
            "near-dot",
            "dot product",
            PRODUCT,
            near -> viewModel.look(near.id()),
            near -> map.add(List.of(near.id())));
    viewModel
        .foundProperty()
        .subscribe(
            now -> {
              cosine.show(now.map(Neighborhood::byCosine).orElse(List.of()));
              product.show(now.map(Neighborhood::byProduct).orElse(List.of()));
            });
    var lists = new HBox(cosine, product);
    lists.getStyleClass().add("near-lists");
    VBox.setVgrow(lists, Priority.ALWAYS);
    whileFound(lists);
    return lists;
  }

  private HBox commands() {
    var back = button("near-back", "Back", "Returns to the token before.");
    back.disableProperty().bind(viewModel.hasPastProperty().not());
    back.setOnAction(_ -> viewModel.goBack());
    var add =
        button("near-add", "Add to map", "Adds the token and its ten nearest ones to the map.");
    add.setOnAction(_ -> viewModel.foundProperty().get().ifPresent(this::addToMap));
    var copy = button("near-copy", "Copy", "Copies both lists as a table.");
    copy.setOnAction(_ -> viewModel.foundProperty().get().ifPresent(NeighborsPane::copy));
    var line = new HBox(back, add, copy);
    line.getStyleClass().add("transport");
    whileFound(line);
    return line;
  }

  private void addToMap(Neighborhood now) {
    var ids = new ArrayList<>(now.sum().terms().stream().map(TokenSum.Term::id).toList());
    now.byCosine().stream().limit(10).forEach(near -> ids.add(near.id()));
    map.add(ids);
  }

  private static void copy(Neighborhood now) {
    var content = new ClipboardContent();
    content.putString(now.table());
    Clipboard.getSystemClipboard().setContent(content);
  }

  private void whileFound(Region part) {
    part.visibleProperty().bind(viewModel.foundProperty().map(Optional::isPresent));
    part.managedProperty().bind(part.visibleProperty());
  }

  static Button button(String id, String name, String lesson) {
    var button = new Button(name);
    button.setId(id);
    button.getStyleClass().add("transport-button");
    button.setMinWidth(USE_PREF_SIZE);
    teach(button, lesson);
    return button;
  }

  static void teach(Control control, String lesson) {
    var tooltip = new Tooltip(lesson);
    tooltip.getStyleClass().add("lesson");
    control.setTooltip(tooltip);
  }
}
