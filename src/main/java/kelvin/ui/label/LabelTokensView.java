package kelvin.ui.label;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.engine.label.LabelToken;
import kelvin.engine.label.ScoredLabel;
import kelvin.ui.control.Numbers;

/// The labels token by token: by the chain rule a label's probability is the product of theirs.
final class LabelTokensView extends VBox {

  LabelTokensView() {
    getStyleClass().add("label-tokens");
  }

  /// @param selected the label to mark, 0-based; −1 for none
  void show(LabelsOnShow shown, int selected) {
    var labels = shown.own().labels();
    getChildren().clear();
    for (int i = 0; i < labels.size(); i++) {
      getChildren().add(line(labels.get(i), i == selected));
    }
  }

  private static Node line(ScoredLabel label, boolean selected) {
    var tokens = new FlowPane();
    tokens.getStyleClass().add("label-token-row");
    label.tokens().forEach(token -> tokens.getChildren().add(chip(token)));
    HBox.setHgrow(tokens, Priority.ALWAYS);
    var count =
        new Label(label.tokens().size() == 1 ? "1 token" : label.tokens().size() + " tokens");
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

  private static Node chip(LabelToken token) {
    var text = new Label(token.visibleText());
    text.getStyleClass().add("chip");
    text.setMaxWidth(200);
    var number = new Label(Numbers.percent(token.score().probability()) + " %");
    number.getStyleClass().add("quiet-number");
    var chip = new HBox(text, number);
    chip.setAlignment(Pos.CENTER_LEFT);
    chip.getStyleClass().add("label-token");
    Tooltip.install(
        chip,
        new Tooltip(
            String.format(
                Locale.ROOT,
                "%s   id %d, position %d%np = %s %%, ln p = %s, rank %s",
                token.visibleText(),
                token.id(),
                token.position(),
                Numbers.percent(token.score().probability()),
                Numbers.threeDigits(token.score().logProbability()),
                Numbers.count(token.score().rank()))));
    return chip;
  }
}
