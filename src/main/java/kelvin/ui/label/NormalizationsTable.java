package kelvin.ui.label;

import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import kelvin.display.InformationUnit;
import kelvin.engine.label.LabelChoice;
import kelvin.engine.label.Normalization;
import kelvin.text.VisibleText;
import kelvin.ui.control.Numbers;

/// A table of each label's share under each normalisation, with the best label of each emphasised.
final class NormalizationsTable extends GridPane {

  NormalizationsTable() {
    setId("normalizations");
    getStyleClass().add("normalizations");
  }

  void show(LabelsViewModel viewModel, ShownLabels shown) {
    getChildren().clear();
    for (int column = 0; column < Normalization.ALL.size(); column++) {
      var normalization = Normalization.ALL.get(column);
      var head = text(normalization.title(), "faint");
      head.setTooltip(new Tooltip(NormalizationLessons.of(normalization)));
      add(head, column + 1, 0);
      var choice = viewModel.choice(normalization);
      for (int row = 0; row < shown.trial().labels().size(); row++) {
        add(cell(choice, row, viewModel.unitProperty().get()), column + 1, row + 1);
      }
    }
    for (int row = 0; row < shown.trial().labels().size(); row++) {
      var right = shown.trial().answerIndex().orElse(-1) == row ? "✓ " : "\u00a0\u00a0";
      var label = text(right + VisibleText.of(shown.trial().names().get(row)), "token-text");
      label.setMinWidth(0);
      label.setMaxWidth(140);
      add(label, 0, row + 1);
    }
  }

  private static Label cell(Optional<LabelChoice> choice, int row, InformationUnit unit) {
    if (choice.isEmpty()) {
      return text("…", "quiet-number");
    }
    var share = text(Numbers.percent(choice.get().shares().get(row)), "quiet-number");
    share.setTooltip(
        new Tooltip("score " + Numbers.information(choice.get().scores().get(row), unit)));
    if (choice.get().chosen().orElse(-1) == row) {
      share.getStyleClass().add("chosen");
      share.setText("◂ " + share.getText());
    }
    return share;
  }

  private static Label text(String text, String styleClass) {
    var label = new Label(text);
    label.getStyleClass().add(styleClass);
    label.setMinWidth(USE_PREF_SIZE);
    setHalignment(label, styleClass.equals("token-text") ? HPos.LEFT : HPos.RIGHT);
    return label;
  }
}
