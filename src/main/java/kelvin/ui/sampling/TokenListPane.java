package kelvin.ui.sampling;

import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kelvin.distribution.StageKind;
import kelvin.ui.control.Sentences;
import kelvin.ui.sampling.chain.StageLessons;
import kelvin.ui.sampling.chain.TokenChoice;
import kelvin.ui.sampling.chain.TokenEntry;
import kelvin.ui.sampling.chain.TokenListViewModel;

/// The tokens of a stage, and a field that adds some: by text, by choosing from a list, or by id.
final class TokenListPane extends VBox {

  private static final double ROW = 24;
  private static final int MAX_ROWS = 5;

  private final TokenListViewModel viewModel;
  private final TextField token = field("token or id");
  private final TextField bias = field("bias");
  private final ContextMenu choices = new ContextMenu();

  TokenListPane(TokenListViewModel viewModel, StageKind kind) {
    this.viewModel = viewModel;
    getStyleClass().add("token-list");
    var problem = Sentences.problem(kind.label() + "-problem", viewModel.problemProperty());
    getChildren().addAll(rows(kind), entry(kind), problem);
  }

  private ListView<TokenEntry> rows(StageKind kind) {
    var rows = new ListView<>(viewModel.entries());
    rows.setId(kind.label() + "-tokens");
    rows.getStyleClass().add("token-rows");
    rows.setFixedCellSize(ROW);
    rows.setAccessibleText(StageLessons.title(kind) + ", tokens");
    rows.setTooltip(new Tooltip("Delete takes the selected token out of the list."));
    rows.setCellFactory(_ -> new TokenEntryCell(viewModel::remove));
    rows.setOnKeyPressed(
        event -> {
          int row = rows.getSelectionModel().getSelectedIndex();
          if (event.getCode() == KeyCode.DELETE && row >= 0) {
            viewModel.remove(row);
            event.consume();
          }
        });
    viewModel
        .entries()
        .subscribe(
            () -> {
              int count = Math.min(MAX_ROWS, viewModel.entries().size());
              rows.setPrefHeight(count * ROW + 2);
              rows.setMinHeight(count * ROW + 2);
              rows.setVisible(count > 0);
              rows.setManaged(count > 0);
            });
    rows.setVisible(!viewModel.entries().isEmpty());
    rows.setManaged(!viewModel.entries().isEmpty());
    return rows;
  }

  private HBox entry(StageKind kind) {
    token.setId(kind.label() + "-field");
    token.setAccessibleText(StageLessons.title(kind) + ", token to add");
    token.setTooltip(
        new Tooltip(
            "Type a token’s text and pick one, or an id, or many: 17, 42=-3."
                + "\nEnter adds what is typed."));
    token.setPrefColumnCount(7);
    HBox.setHgrow(token, Priority.ALWAYS);
    token.setOnAction(_ -> add(token.getText()));
    token.textProperty().subscribe((_, typed) -> suggest(typed));
    token
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                choices.hide();
              }
            });
    bias.setId(kind.label() + "-value");
    bias.setText("-5");
    bias.setAccessibleText("Bias to add to the logit");
    bias.setTooltip(new Tooltip("What is added to the logit: a number, or -inf to forbid."));
    bias.setPrefColumnCount(4);
    bias.setMinWidth(48);
    bias.setAlignment(Pos.CENTER_RIGHT);
    bias.setOnAction(_ -> add(token.getText()));
    bias.setVisible(viewModel.hasValues());
    bias.setManaged(viewModel.hasValues());
    var add = new Button("Add");
    add.setId(kind.label() + "-add");
    add.getStyleClass().add("quiet-button");
    add.setMinWidth(USE_PREF_SIZE);
    add.setTooltip(new Tooltip("Adds the token."));
    add.setOnAction(_ -> add(token.getText()));
    var line = new HBox(token, bias, add);
    line.getStyleClass().add("token-entry");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static TextField field(String prompt) {
    var field = new TextField();
    field.getStyleClass().add("small-field");
    field.setPromptText(prompt);
    field.setMinWidth(60);
    return field;
  }

  private void add(String typed) {
    choices.hide();
    if (viewModel.add(typed, bias.getText())) {
      token.clear();
    }
  }

  private void suggest(String typed) {
    var found = token.isFocused() ? viewModel.choices(typed) : List.<TokenChoice>of();
    choices.getItems().setAll(found.stream().map(this::item).toList());
    if (found.isEmpty()) {
      choices.hide();
    } else if (!choices.isShowing()) {
      choices.show(token, Side.BOTTOM, 0, 2);
    }
  }

  private MenuItem item(TokenChoice choice) {
    var item = new MenuItem(choice.text() + "   id " + choice.id());
    item.getStyleClass().add("token-choice");
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> add(Integer.toString(choice.id())));
    return item;
  }
}
