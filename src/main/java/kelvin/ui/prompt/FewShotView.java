package kelvin.ui.prompt;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kelvin.ui.compose.ComposerLine;
import kelvin.ui.compose.ExampleList;
import kelvin.ui.compose.FewShotViewModel;
import kelvin.ui.compose.LayoutEditor;
import kelvin.ui.compose.MarkedField;
import kelvin.ui.compose.ShotsLine;
import kelvin.ui.compose.TestInputMenu;
import kelvin.ui.control.Sentences;
import kelvin.ui.task.ImportDialog;
import kelvin.ui.task.ImportViewModel;
import kelvin.ui.task.TablesViewModel;
import kelvin.ui.task.TasksViewModel;

/// Layout and bindings of the few-shot editor.
final class FewShotView extends VBox {

  /// Below this height the instruction and the layout are folded at first.
  private static final double ROOM_FOR_LAYOUT = 400;

  private final FewShotViewModel viewModel;
  private final TablesViewModel tables;
  private final TasksViewModel tasks;
  private final ExampleList list;

  /// True if the user has folded or unfolded the layout.
  private boolean layoutChosen;

  FewShotView(PromptViewModel prompt) {
    viewModel = prompt.composer().fewShot();
    tables = prompt.tables();
    tasks = prompt.tasks();
    list = new ExampleList(viewModel, prompt.effects());
    prompt.effects().attentionProperty().bind(prompt.inner().byExampleProperty());
    getStyleClass().addAll("few-shot-view", "composer");
    list.setOnPaste(this::pasteCells);
    list.setMinHeight(USE_PREF_SIZE);
    var instruction = field("instruction", "What to do, before the examples; may be empty.");
    instruction.setPromptText("none");
    instruction.valueProperty().bindBidirectional(viewModel.instructionProperty());
    var question = field("question", "The test input: what the model is asked.");
    question.valueProperty().bindBidirectional(viewModel.questionProperty());
    var task = new ComposerLine("instruction", instruction);
    var layout = new LayoutEditor(viewModel.layout());
    var shots = new ShotsLine(viewModel);
    var actions = actions();
    var message = Sentences.of("table-message", "quiet", tables.messageProperty());
    var test = new ComposerLine("test input", question, new TestInputMenu(prompt.composer()));
    VBox.setVgrow(list, Priority.ALWAYS);
    var wording = new VBox(task, layout);
    wording.getStyleClass().add("few-shot-view");
    var more = new ToggleButton("Instruction and layout");
    more.setId("show-layout");
    more.getStyleClass().addAll("quiet-button", "disclosure");
    more.setTooltip(
        new Tooltip("Shows the instruction and the layout, or leaves their room to the examples."));
    more.setSelected(true);
    wording.visibleProperty().bind(more.selectedProperty());
    wording.managedProperty().bind(wording.visibleProperty());
    // In a low window the examples need the room more, until the user decides.
    more.setOnAction(_ -> layoutChosen = true);
    heightProperty()
        .subscribe(
            height -> {
              if (!layoutChosen && prompt.wide().shownProperty().get()) {
                more.setSelected(height.doubleValue() >= ROOM_FOR_LAYOUT);
              }
            });
    // With the room for it the slider stands above the table, and what is seldom changed below.
    prompt
        .wide()
        .shownProperty()
        .subscribe(
            wide -> {
              wording.getChildren().clear();
              if (wide) {
                wording.getChildren().setAll(task, layout);
                getChildren().setAll(shots, list, actions, message, test, more, wording);
              } else {
                getChildren().setAll(task, layout, shots, list, actions, message, test);
              }
              list.setRoomy(wide);
            });
  }

  private static MarkedField field(String id, String lesson) {
    var field = new MarkedField(lesson);
    field.setId(id);
    return field;
  }

  private Node actions() {
    var add = button("add-example", "+ example", "Adds an example at the end.");
    add.setOnAction(
        _ -> {
          viewModel.add();
          list.focus(viewModel.rows().size() - 1, false);
        });
    var paste =
        button(
            "paste-examples",
            "Paste",
            "Takes rows that a spreadsheet copied: two columns are input and answer.");
    paste.setOnAction(_ -> paste());
    var open =
        button("import-examples", "Import …", "Takes examples from a CSV, TSV or JSONL file.");
    open.setOnAction(_ -> tasks.files().tableToImport().ifPresent(this::importFile));
    var shuffle =
        button(
            "shuffle-examples",
            "Shuffle",
            "Puts the examples into the order that the seed decides; the next shuffle takes the"
                + " next seed.");
    shuffle.setOnAction(_ -> viewModel.shuffle());
    var seed = new Label();
    seed.setId("shuffle-seed");
    seed.getStyleClass().add("quiet-number");
    seed.textProperty().bind(viewModel.seedProperty().map(now -> "seed " + now));
    var actions = new FlowPane(add, paste, open, shuffle, seed);
    actions.getStyleClass().add("composer-actions");
    return actions;
  }

  private static Button button(String id, String text, String lesson) {
    var button = new Button(text);
    button.setId(id);
    button.getStyleClass().addAll("quiet-button", "flush");
    button.setTooltip(new Tooltip(lesson));
    return button;
  }

  private void paste() {
    var text = Clipboard.getSystemClipboard().getString();
    if (text != null) {
      take(text);
    }
  }

  /// Turns text pasted into a field into rows if it has cells.
  private boolean pasteCells(String text) {
    boolean cells = TablesViewModel.isTable(text);
    if (cells) {
      take(text);
    }
    return cells;
  }

  private void take(String text) {
    if (!tables.paste(text)) {
      show(tables.preview(text), "pasting");
    }
  }

  /// Previews a table before its examples are imported.
  void importFile(Path file) {
    show(tables.preview(file), "importing");
  }

  private void show(ImportViewModel begun, String act) {
    var dialog = new ImportDialog(begun, getScene().getWindow());
    dialog.setOnTake((examples, replace) -> tables.take(examples, act, replace));
    dialog.show();
  }
}
