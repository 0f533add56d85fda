package kelvin.ui.distribution;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Layout and bindings of the search line, which goes to a token by text, id or rank.
final class FindBar extends HBox {

  private final FindViewModel viewModel;
  private final TextField text = new TextField();
  private final TextField rank = new TextField();

  /// @param onClose called when the line is closed
  FindBar(FindViewModel viewModel, Runnable onClose) {
    this.viewModel = viewModel;
    getStyleClass().addAll("card-head", "find-bar");
    setAlignment(Pos.CENTER_LEFT);
    text.setId("find-text");
    text.getStyleClass().add("small-field");
    text.setPromptText("find a token or id");
    text.setAccessibleText("Find a token by its text or id");
    text.setTooltip(
        new Tooltip(
            "A part of the token, white space as ␣ or as it is, or its id. Enter goes to the next"
                + " one, Shift+Enter back.\nSmall letters find both cases."));
    text.setPrefColumnCount(12);
    text.setMinWidth(80);
    text.textProperty().bindBidirectional(viewModel.textProperty());
    text.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
    var result = new Label();
    result.setId("find-result");
    result.getStyleClass().add("quiet-number");
    result.setMinWidth(72);
    result.textProperty().bind(viewModel.resultProperty());
    rank.setId("find-rank");
    rank.getStyleClass().add("small-field");
    rank.setPromptText("rank");
    rank.setAccessibleText("Go to a rank");
    rank.setTooltip(new Tooltip("Type a rank and press Enter; 1 is the greatest logit."));
    rank.setPrefColumnCount(5);
    rank.setMinWidth(64);
    rank.setOnAction(_ -> viewModel.goToRank(rank.getText()));
    var problem = new Label();
    problem.setId("find-problem");
    problem.getStyleClass().add("problem");
    problem.textProperty().bind(viewModel.problemProperty());
    problem.setMinWidth(0);
    var close = button("find-close", "×", "Puts this line away (Esc).", onClose);
    getChildren()
        .addAll(
            text,
            button("find-previous", "▲", "The match before (Shift+Enter).", viewModel::previous),
            button("find-next", "▼", "The next match (Enter).", viewModel::next),
            result,
            rank,
            problem,
            close);
    visibleProperty().bind(viewModel.openProperty());
    managedProperty().bind(visibleProperty());
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            onClose.run();
            event.consume();
          }
        });
  }

  void focusText() {
    text.requestFocus();
    text.selectAll();
  }

  void focusRank() {
    rank.requestFocus();
    rank.selectAll();
  }

  private void typed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
      if (event.isShiftDown()) {
        viewModel.previous();
      } else {
        viewModel.next();
      }
      event.consume();
    }
  }

  private static Button button(String id, String sign, String lesson, Runnable action) {
    var button = new Button(sign);
    button.setId(id);
    button.getStyleClass().add("quiet-button");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setAccessibleText(lesson);
    button.setTooltip(new Tooltip(lesson));
    button.setOnAction(_ -> action.run());
    return button;
  }
}
