package kelvin.ui.compose.chat;

import java.util.OptionalInt;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import kelvin.ui.compose.ChatViewModel;
import kelvin.ui.control.TabMoves;

/// The source of the template in use. A line that gave no text is selected.
final class TemplateText extends VBox {

  private final TextArea source = new TextArea();

  TemplateText(ChatViewModel viewModel) {
    var file = new Label();
    file.getStyleClass().add("quiet");
    file.textProperty()
        .bind(
            viewModel
                .templateProperty()
                .map(now -> now.file().isEmpty() ? "No template is in use." : "In " + now.file()));
    source.setId("template-source");
    source.getStyleClass().addAll("report", "template-source");
    source.setEditable(false);
    source.setPrefRowCount(6);
    source.setMinHeight(64);
    source.setAccessibleText("Source of the chat template");
    source.setTooltip(
        new Tooltip(
            "The template of the model, written in Jinja. It makes the prompt of the turns; the"
                + " line that a problem names is selected."));
    TabMoves.out(source);
    viewModel
        .templateProperty()
        .subscribe(
            now -> {
              if (!source.getText().equals(now.source())) {
                source.setText(now.source());
              }
            });
    viewModel.problemProperty().subscribe(now -> select(now.line()));
    getChildren().addAll(file, source);
  }

  /// @param line 1-based; empty to select nothing
  private void select(OptionalInt line) {
    if (line.isEmpty()) {
      source.deselect();
      return;
    }
    var text = source.getText();
    int start = 0;
    for (int before = 1; before < line.getAsInt(); before++) {
      start = text.indexOf('\n', start) + 1;
    }
    int end = text.indexOf('\n', start);
    source.selectRange(end < 0 ? text.length() : end, start);
  }
}
