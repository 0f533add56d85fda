package kelvin.ui.sampling;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The faults of the chain: a setting that was refused, and stages that contradict each other. They
/// stand at the foot of the panel, so that no control moves when they appear.
final class ChainSentences extends VBox {

  ChainSentences(SamplingViewModel sampling) {
    var problem = sentence("chain-problem", "problem");
    problem.textProperty().bind(sampling.chain().problemProperty());
    var contradictions = sentence("chain-contradictions", "contradictions");
    sampling
        .chainProperty()
        .subscribe(chain -> contradictions.setText(String.join("\n", chain.contradictions())));
    getChildren().addAll(problem, contradictions);
  }

  private static Label sentence(String id, String styleClass) {
    var label = new Label();
    label.setId(id);
    label.getStyleClass().addAll("chain-sentence", styleClass);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }
}
