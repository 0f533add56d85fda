package kelvin.ui.prompt;

import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import kelvin.prompt.Layout;

/// Layout and bindings of the few-shot editor.
final class FewShotView extends VBox {

  private final FewShotViewModel viewModel;
  private final VBox rows = new VBox();
  private final Slider shots = new Slider(0, 1, 0);
  private final Label shotsText = new Label();

  FewShotView(FewShotViewModel viewModel) {
    this.viewModel = viewModel;
    getStyleClass().add("few-shot-view");
    rows.getStyleClass().add("example-rows");
    var scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("examples");
    // Three rows: what a low window cannot hold, the column scrolls to.
    scroll.setMinHeight(96);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(instructionLine(), shotsLine(), scroll, addLine(), questionLine());
    viewModel.rows().subscribe(this::fill);
    viewModel.renderedProperty().subscribe(_ -> showShots());
    fill();
  }

  private Node shotsLine() {
    shots.setId("shots");
    shots.setAccessibleText("Shots");
    shots.setTooltip(new Tooltip("How many examples stand before the question. 0 is zero-shot."));
    shots.setBlockIncrement(1);
    shots.setMajorTickUnit(1);
    shots.setMinorTickCount(0);
    shots.setSnapToTicks(true);
    shots
        .valueProperty()
        .subscribe((_, now) -> viewModel.shotsProperty().set((int) Math.round(now.doubleValue())));
    HBox.setHgrow(shots, Priority.ALWAYS);
    shotsText.getStyleClass().add("quiet-number");
    shotsText.setMinWidth(USE_PREF_SIZE);
    return line("shots", shots, shotsText);
  }

  private Node instructionLine() {
    var instruction =
        field(
            "instruction",
            viewModel.instructionProperty(),
            "What to do, before the examples; may be empty");
    instruction.setPromptText("none");
    HBox.setHgrow(instruction, Priority.ALWAYS);
    return line("instruction", instruction);
  }

  private Node addLine() {
    var add = new Button("+ example");
    add.setId("add-example");
    add.getStyleClass().add("quiet-button");
    add.setTooltip(new Tooltip("Adds an example at the end."));
    add.setOnAction(
        _ -> {
          viewModel.add();
          focusLast();
        });
    var layout = new ChoiceBox<Layout>();
    layout.setId("layout");
    layout.getStyleClass().add("quiet-choice");
    layout.getItems().addAll(Layout.ALL);
    layout.setConverter(new LayoutNames());
    layout.valueProperty().bindBidirectional(viewModel.layoutProperty());
    layout.setAccessibleText("Layout of the examples");
    layout.setTooltip(new Tooltip("How an example and its answer are written down."));
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var line = new HBox(add, space, layout);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private Node questionLine() {
    var question = field("question", viewModel.questionProperty(), "The input to answer");
    HBox.setHgrow(question, Priority.ALWAYS);
    return line("question", question);
  }

  private void fill() {
    rows.getChildren().setAll(viewModel.rows().stream().map(this::row).toList());
    showShots();
  }

  private Node row(ExampleRow row) {
    var used = new CheckBox();
    used.setAccessibleText("Example takes part");
    used.setTooltip(new Tooltip("Mutes the example without losing it."));
    used.selectedProperty().bindBidirectional(row.usedProperty());
    var input = field("", row.inputProperty(), "x: the example’s input; Alt+↑ and Alt+↓ move it");
    var output = field("", row.outputProperty(), "y: the answer it should get");
    HBox.setHgrow(input, Priority.ALWAYS);
    HBox.setHgrow(output, Priority.ALWAYS);
    var remove = new Button("×");
    remove.getStyleClass().add("quiet-button");
    remove.setAccessibleText("Remove example");
    remove.setTooltip(new Tooltip("Removes the example."));
    remove.setOnAction(_ -> viewModel.remove(row));
    var line = new HBox(used, input, output, remove);
    line.getStyleClass().add("example-row");
    line.setAlignment(Pos.CENTER_LEFT);
    line.setOnKeyPressed(
        event -> {
          if (event.isAltDown() && event.getCode() == KeyCode.UP) {
            viewModel.move(row, -1);
          } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
            viewModel.move(row, 1);
          }
        });
    return line;
  }

  private void focusLast() {
    if (rows.getChildren().getLast() instanceof HBox line) {
      line.getChildren().get(1).requestFocus();
    }
  }

  private void showShots() {
    int most = viewModel.usedCount();
    shots.setMax(Math.max(1, most));
    int shown = Math.min(viewModel.shotsProperty().get(), most);
    shots.setValue(shown);
    shotsText.setText(shown + " of " + most);
  }

  private static TextField field(String id, StringProperty text, String lesson) {
    var field = new TextField();
    if (!id.isEmpty()) {
      field.setId(id);
    }
    field.getStyleClass().add("small-field");
    field.setPrefColumnCount(5);
    field.textProperty().bindBidirectional(text);
    field.setAccessibleText(lesson);
    field.setTooltip(new Tooltip(lesson));
    return field;
  }

  private static Node line(String name, Node... nodes) {
    var label = new Label(name);
    label.getStyleClass().add("quiet");
    label.setMinWidth(USE_PREF_SIZE);
    var line = new HBox(label);
    line.getChildren().addAll(nodes);
    line.getStyleClass().add("composer-line");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static final class LayoutNames extends StringConverter<Layout> {
    @Override
    public String toString(Layout layout) {
      return layout.name();
    }

    @Override
    public Layout fromString(String name) {
      return Layout.ALL.stream()
          .filter(layout -> layout.name().equals(name))
          .findFirst()
          .orElse(Layout.QUESTIONS);
    }
  }
}
