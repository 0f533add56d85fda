package kelvin.ui.watch;

import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Layout and bindings of the watched tokens.
public final class WatchView extends VBox {

  private final WatchViewModel viewModel;
  private final GridPane table = new GridPane();

  public WatchView(WatchViewModel viewModel) {
    this.viewModel = viewModel;
    getStyleClass().addAll("card", "card-content", "watch-view");
    setMinHeight(USE_PREF_SIZE);
    table.getStyleClass().add("watched");
    var token = new ColumnConstraints();
    token.setHgrow(Priority.ALWAYS);
    var rank = new ColumnConstraints();
    rank.setHalignment(HPos.RIGHT);
    var probability = new ColumnConstraints();
    probability.setHalignment(HPos.RIGHT);
    table.getColumnConstraints().addAll(token, rank, probability);
    var problem = new Label();
    problem.setId("watch-problem");
    problem.getStyleClass().add("problem");
    problem.setWrapText(true);
    problem.textProperty().bind(viewModel.problemProperty());
    problem.visibleProperty().bind(viewModel.problemProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    viewModel.tokens().subscribe(this::fill);
    getChildren().addAll(head(), table, problem);
  }

  private HBox head() {
    var title = new Label("WATCHED");
    title.getStyleClass().add("section-title");
    title.setMinWidth(USE_PREF_SIZE);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var field = new TextField();
    field.setId("watch-field");
    field.getStyleClass().add("small-field");
    field.setPromptText("token");
    field.setPrefColumnCount(8);
    field.setAccessibleText("Token to watch");
    field.setTooltip(
        new Tooltip(
            "Type a word and press Enter to follow its rank and probability."
                + "\nWith and without a leading space are two tokens; both are shown."));
    field.setOnAction(
        _ -> {
          viewModel.watch(field.getText());
          if (viewModel.problemProperty().get().isEmpty()) {
            field.clear();
          }
        });
    var clear = new Button("Clear");
    clear.setId("clear-watched");
    clear.getStyleClass().add("quiet-button");
    clear.setMinWidth(USE_PREF_SIZE);
    clear.setTooltip(new Tooltip("Follows no token any more."));
    clear.setOnAction(_ -> viewModel.clear());
    var head = new HBox(title, space, field, clear);
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private void fill() {
    table.getChildren().clear();
    int row = 0;
    for (var token : viewModel.tokens()) {
      var text = number(token.visibleText());
      boolean removed = !token.fate().equals("kept") && !token.fate().isEmpty();
      var probability = number(token.probability() + " %");
      if (removed) {
        text.getStyleClass().add("removed");
        probability.getStyleClass().add("removed");
        probability.setTooltip(new Tooltip("removed by " + token.fate()));
      }
      var rank = number("rank " + token.rank());
      // In a narrow panel the token gives way, not its numbers.
      rank.setMinWidth(USE_PREF_SIZE);
      probability.setMinWidth(USE_PREF_SIZE);
      table.addRow(row++, text, rank, probability);
    }
  }

  private static Label number(String text) {
    var label = new Label(text);
    label.getStyleClass().add("watched-number");
    return label;
  }
}
