package kelvin.ui.adapt.lab;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import kelvin.experiment.adapt.AdaptFindings;
import kelvin.experiment.adapt.AdaptNotes;
import kelvin.experiment.adapt.Adaptation;
import kelvin.ui.adapt.AdaptGrid;

/// Layout of the lecture notes' table with measured numbers, with the findings in words above it
/// and what the numbers do not show below it.
final class TablePane extends ScrollPane {

  private final Label findings = sentences("adapt-findings");
  private final AdaptGrid grid = new AdaptGrid();
  private final Label notes = sentences("adapt-result-notes");

  TablePane() {
    getStyleClass().add("column-scroll");
    setFitToWidth(true);
    setFocusTraversable(false);
    var explained =
        new Label(
            "Each method with the most examples that it has, the mean of its draws. In brackets: the"
                + " 95 % interval (Wilson) for other test texts.");
    explained.getStyleClass().add("quiet");
    explained.setWrapText(true);
    explained.setMinHeight(Label.USE_PREF_SIZE);
    notes.getStyleClass().add("quiet");
    var content = new VBox(findings, grid, explained, notes);
    content.getStyleClass().add("headline");
    setContent(content);
  }

  private static Label sentences(String id) {
    var label = new Label();
    label.setId(id);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  void show(Adaptation adaptation) {
    findings.setText(String.join("\n", AdaptFindings.sentences(adaptation)));
    grid.show(adaptation);
    notes.setText(String.join("\n", AdaptNotes.sentences(adaptation)));
  }
}
