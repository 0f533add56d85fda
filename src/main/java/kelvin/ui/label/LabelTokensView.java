package kelvin.ui.label;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.ui.control.Numbers;

/// Shows the tokens of each label. By the chain rule, the product of their probabilities is the
/// label's.
final class LabelTokensView extends VBox {

  LabelTokensView() {
    getStyleClass().add("label-tokens");
  }

  /// @param lines the tokens of each spelling
  /// @param selected the index of the label to mark, 0-based; −1 for none
  void show(List<ShownLabels.TokenLine> lines, int selected) {
    getChildren()
        .setAll(lines.stream().map(line -> line(line.tokens(), line.label() == selected)).toList());
  }

  private static Node line(List<LabelTokenChip> label, boolean selected) {
    var tokens = new FlowPane();
    tokens.getStyleClass().add("label-token-row");
    label.forEach(token -> tokens.getChildren().add(chip(token)));
    HBox.setHgrow(tokens, Priority.ALWAYS);
    var count = new Label(Numbers.tokens(label.size()));
    count.getStyleClass().add("faint");
    count.setMinWidth(Region.USE_PREF_SIZE);
    var line = new HBox(tokens, count);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("label-token-line");
    if (selected) {
      line.getStyleClass().add("selected");
    }
    return line;
  }

  private static Node chip(LabelTokenChip token) {
    var text = new Label(token.text());
    text.getStyleClass().add("chip");
    text.setMaxWidth(200);
    var number = new Label(token.percent());
    number.getStyleClass().add("quiet-number");
    var chip = new HBox(text, number);
    chip.setAlignment(Pos.CENTER_LEFT);
    chip.getStyleClass().add("label-token");
    Tooltip.install(chip, new Tooltip(token.lesson()));
    return chip;
  }
}
