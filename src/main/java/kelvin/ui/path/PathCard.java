package kelvin.ui.path;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.ui.control.ChoiceWords;
import kelvin.ui.path.tool.PathWords;
import kelvin.ui.plot.PlotRegion.Ink;
import kelvin.workspace.paths.PathBranch;
import kelvin.workspace.paths.PathNode;

/// The path that is looked at: its text, its probability, its name, and what can be done with it.
final class PathCard extends VBox {

  /// The names of the colours of lines.
  private static final List<String> COLOURS =
      List.of("blue", "orange", "green", "pink", "gold", "slate");

  private final PathsViewModel viewModel;
  private final TextField name = new TextField();
  private final ObjectProperty<Integer> colour = new SimpleObjectProperty<>(this, "colour", 0);
  private final TextArea text = new TextArea();
  private final Label numbers = quiet("path-numbers");
  private final Label made = quiet("path-made");
  private final Button take = button("path-take", "Make current", "");
  private final Button prune = button("path-prune", "Prune", "");

  /// True while the fields take over what changed elsewhere.
  private boolean following;

  PathCard(PathsViewModel viewModel) {
    this.viewModel = viewModel;
    getStyleClass().add("path-tool");
    text.setId("path-text");
    text.setEditable(false);
    text.setWrapText(true);
    text.getStyleClass().add("path-text");
    text.setAccessibleText("Text of the path up to the selected token");
    text.setTooltip(new Tooltip("The text of the path, to select and copy."));
    text.setPrefRowCount(2);
    text.setMinHeight(40);
    VBox.setVgrow(text, Priority.ALWAYS);
    getChildren().addAll(head(), text, numbers, made);
    viewModel.lookedProperty().subscribe(_ -> show());
    viewModel.treeProperty().subscribe(_ -> show());
    viewModel.currentProperty().subscribe(_ -> show());
  }

  private HBox head() {
    name.setId("path-name");
    name.getStyleClass().add("small-field");
    name.setAccessibleText("Name of the path");
    name.setTooltip(new Tooltip("The name of the path; Enter takes it (F2 in the tree)."));
    name.setPrefWidth(150);
    name.setMinWidth(80);
    name.setOnAction(_ -> viewModel.rename(name.getText()));
    name.focusedProperty().subscribe(this::nameFocused);
    var colours = new ChoiceBox<Integer>();
    colours.setId("path-colour");
    colours.getStyleClass().add("lab-choice");
    colours.getItems().setAll(IntStream.range(0, Ink.SERIES.size()).boxed().toList());
    colours.setConverter(new ChoiceWords<>(number -> COLOURS.get(number)));
    colours.valueProperty().bindBidirectional(colour);
    colours.setAccessibleText("Colour of the path");
    colours.setTooltip(new Tooltip("The colour of the path in the tree."));
    colours.setMinWidth(Region.USE_PREF_SIZE);
    colour.subscribe(
        (_, now) -> {
          if (!following) {
            viewModel.paint(now);
          }
        });
    take.setOnAction(_ -> viewModel.take());
    take.getStyleClass().setAll("button", "transport-button", "primary");
    prune.setOnAction(_ -> viewModel.prune());
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var colourWord = new Label("Colour");
    colourWord.getStyleClass().add("quiet");
    colourWord.setMinWidth(Region.USE_PREF_SIZE);
    colourWord.setLabelFor(colours);
    var head = new HBox(name, colourWord, colours, space, prune, take);
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private void nameFocused(boolean focused) {
    if (!focused) {
      viewModel.rename(name.getText());
      show();
    }
  }

  /// Moves the focus to the name, with all of it selected.
  void editName() {
    name.requestFocus();
    name.selectAll();
  }

  private void show() {
    following = true;
    var branch = viewModel.branch();
    var node = viewModel.lookedProperty().get();
    setDisable(node.isEmpty());
    if (!name.isFocused()) {
      name.setText(branch.map(PathBranch::name).orElse(""));
    }
    colour.set(branch.map(of -> of.colour() % Ink.SERIES.size()).orElse(0));
    text.setText(viewModel.text());
    numbers.setText(
        branch
            .map(of -> "The whole path " + PathWords.probability(of.end().logProbability()))
            .orElse(""));
    made.setText(node.flatMap(PathNode::settings).map(PathWords::settings).orElse(""));
    var why = viewModel.whyNotPrune();
    prune.setDisable(!why.isEmpty());
    prune
        .getTooltip()
        .setText(
            why.isEmpty()
                ? "Removes this token and all that follow it (Delete); undo brings them back."
                : why);
    var current = viewModel.isCurrent();
    take.setDisable(current || node.isEmpty());
    take.getTooltip()
        .setText(
            current
                ? "This is the current text."
                : "Makes the tokens up to here the text of the playground (Enter).");
    following = false;
  }

  private static Label quiet(String id) {
    var label = new Label();
    label.setId(id);
    label.getStyleClass().add("quiet");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private static Button button(String id, String name, String lesson) {
    var button = new Button(name);
    button.setId(id);
    button.getStyleClass().add("quiet-button");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setTooltip(new Tooltip(lesson));
    return button;
  }
}
