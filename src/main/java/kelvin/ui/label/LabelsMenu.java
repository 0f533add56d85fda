package kelvin.ui.label;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import kelvin.ui.plot.bars.LabelBar;

/// The menu of the labels (the other mouse button, or the menu key): copies them with the decision.
final class LabelsMenu {

  private final LabelsViewModel viewModel;

  LabelsMenu(LabelsViewModel viewModel) {
    this.viewModel = viewModel;
  }

  void attach(Node node) {
    var copy = new MenuItem("Copy labels and decision");
    copy.setId("copy-labels");
    copy.setOnAction(_ -> copy());
    var menu = new ContextMenu(copy);
    node.setOnContextMenuRequested(
        event -> {
          if (!text().isEmpty()) {
            menu.show(node, event.getScreenX(), event.getScreenY());
          }
          event.consume();
        });
  }

  private void copy() {
    var content = new ClipboardContent();
    content.putString(text());
    Clipboard.getSystemClipboard().setContent(content);
  }

  /// A table with tabs, as spreadsheets expect, and the decision below it; empty while there are no
  /// numbers.
  String text() {
    var shown = viewModel.onShowProperty().get();
    var decision = viewModel.decision();
    if (shown == null || decision.isEmpty()) {
      return "";
    }
    var text = new StringBuilder("label\tshare\tprobability\tlog-probability (nats)\n");
    for (LabelBar bar : shown.bars(viewModel.choice(viewModel.normalizationProperty().get()))) {
      text.append(bar.label())
          .append('\t')
          .append(Double.isNaN(bar.share()) ? "" : String.valueOf(bar.share()))
          .append('\t')
          .append(bar.probability())
          .append('\t')
          .append(bar.logProbability())
          .append('\n');
    }
    return text.append('\n').append(decision.get().sentence()).append('\n').toString();
  }
}
