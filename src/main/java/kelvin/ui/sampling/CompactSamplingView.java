package kelvin.ui.sampling;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The chain of stages alone, as cards, for places beside the sampling panel. It scrolls.
public final class CompactSamplingView extends VBox {

  /// @param first stands before the presets
  public CompactSamplingView(SamplingViewModel viewModel, Node first) {
    getStyleClass().add("compact-sampling");
    setMinHeight(0);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var head =
        new HBox(
            first,
            new PresetMenu(viewModel.chain()),
            new AddStageMenu(viewModel.chain()),
            space,
            new ResetButton(viewModel));
    head.getStyleClass().add("chain-actions");
    head.setAlignment(Pos.CENTER_LEFT);
    var scroll = new ScrollPane(new ChainView(viewModel));
    scroll.getStyleClass().add("sampling-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, scroll, new ChainSentences(viewModel));
  }
}
