package kelvin.ui.compose;

import java.util.ArrayList;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.prompt.Spellings;
import kelvin.text.VisibleText;
import kelvin.ui.control.OneTabStop;
import kelvin.ui.control.Sentences;

/// Shows the labels as chips; the pressed one is the right answer.
public final class AnswersView extends VBox {

  /// The width that a chip needs beside its text.
  private static final double REMOVE_WIDTH = 30;

  private final AnswersViewModel viewModel;
  private OneTabStop stop = new OneTabStop();
  private final FlowPane chips = new FlowPane();
  private final TextField add = new TextField();
  private final CheckBox closed = new CheckBox("Include line end");

  public AnswersView(AnswersViewModel viewModel) {
    this.viewModel = viewModel;
    getStyleClass().add("composer");
    chips.getStyleClass().add("label-chips");
    HBox.setHgrow(chips, Priority.ALWAYS);
    add.setId("add-label");
    add.getStyleClass().add("small-field");
    add.setPromptText("+ label");
    add.setPrefColumnCount(7);
    var lesson =
        "An answer whose probability you want to see; several with commas between. Bars join"
            + " spellings of one answer, as in Yes|yes|YES (\\| is a bar). Enter adds it.";
    add.setAccessibleText(lesson);
    add.setTooltip(new Tooltip(lesson));
    add.setOnAction(
        _ -> {
          if (viewModel.add(add.getText())) {
            add.clear();
          }
        });
    closed.setId("close-labels");
    closed.getStyleClass().add("quiet");
    closed.setTooltip(
        new Tooltip(
            "Scores each label with what ends it in the prompt, such as a line break: else the"
                + " probability of 1 holds that of 17."));
    closed.setOnAction(_ -> viewModel.close(closed.isSelected()));
    var line = new ComposerLine("labels", chips);
    line.setAlignment(Pos.TOP_LEFT);
    getChildren().addAll(line, Sentences.problem("label-problem", viewModel.problemProperty()));
    viewModel.answersProperty().subscribe(this::show);
    visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    viewModel.openedProperty().get()
                        || !viewModel.answersProperty().get().labels().isEmpty(),
                viewModel.openedProperty(),
                viewModel.answersProperty()));
    managedProperty().bind(visibleProperty());
  }

  /// Shows the text field and gives it the focus.
  void open() {
    viewModel.openedProperty().set(true);
    add.requestFocus();
  }

  /// The button that shows the text field while there are no labels.
  public Button opener() {
    var button = new Button("+ labels");
    button.setId("open-labels");
    button.getStyleClass().add("quiet-button");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setTooltip(
        new Tooltip("Names answers whose probabilities are compared, whole and token by token."));
    button.setOnAction(_ -> open());
    button.visibleProperty().bind(visibleProperty().not());
    button.managedProperty().bind(button.visibleProperty());
    return button;
  }

  private void show(AnswersViewModel.Answers now) {
    boolean typing = add.isFocused();
    var nodes = new ArrayList<Node>();
    stop = new OneTabStop();
    now.labels().forEach(label -> nodes.add(chip(label, now.right().equals(Optional.of(label)))));
    nodes.add(add);
    closed.setSelected(now.closed());
    if (!now.labels().isEmpty()) {
      nodes.add(closed);
    }
    chips.getChildren().setAll(nodes);
    if (typing) {
      add.requestFocus();
    }
  }

  private HBox chip(String label, boolean right) {
    var spellings = Spellings.of(label);
    // A bar of a single spelling needs no backslash here.
    var written = spellings.size() == 1 ? spellings.getFirst() : label;
    var text = new ToggleButton(VisibleText.of(written).replace(VisibleText.SPACE, ' '));
    text.getStyleClass().add("label-chip");
    text.setMnemonicParsing(false);
    text.setSelected(right);
    text.maxWidthProperty().bind(chips.widthProperty().subtract(REMOVE_WIDTH));
    text.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    if (right) {
      var mark = new Label("✓");
      mark.setMinWidth(Region.USE_PREF_SIZE);
      text.setGraphic(mark);
    }
    text.setAccessibleText(
        "Label " + String.join(" or ", spellings) + (right ? ", the right answer" : ""));
    text.setTooltip(
        new Tooltip(
            (right ? "The right answer" : "Click to make it the right answer")
                + "; Delete removes the label."));
    text.setOnAction(_ -> viewModel.chooseRight(label));
    text.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            viewModel.remove(label);
            event.consume();
          }
        });
    stop.add(text);
    var remove = new Button("×");
    remove.getStyleClass().addAll("quiet-button", "remove-label");
    remove.setAccessibleText("Remove label " + label);
    remove.setTooltip(new Tooltip("Removes the label (Delete on the label)."));
    remove.setFocusTraversable(false);
    remove.setOnAction(_ -> viewModel.remove(label));
    var chip = new HBox(text, remove);
    chip.setAlignment(Pos.CENTER_LEFT);
    return chip;
  }
}
