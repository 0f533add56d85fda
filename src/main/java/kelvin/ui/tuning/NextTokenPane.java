package kelvin.ui.tuning;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import kelvin.experiment.tuning.live.LiveState;
import kelvin.ui.plot.pair.PairBars;

/// Layout and bindings of the next token after the playground's prompt, before the training and
/// now.
final class NextTokenPane extends VBox {

  NextTokenPane(TuningViewModel tuning) {
    var title = new Label("NEXT TOKEN AFTER THE PLAYGROUND’S PROMPT");
    title.getStyleClass().add("section-title");
    var bars = new PairBars();
    bars.setId("tuning-next-token");
    bars.whatProperty().set("token");
    bars.namesProperty().set(new PairBars.Names("before", "now"));
    getStyleClass().add("plot-tile");
    getChildren().addAll(title, bars);
    tuning
        .stateProperty()
        .subscribe(
            state ->
                bars.barsProperty()
                    .set(
                        state
                            .flatMap(LiveState::watched)
                            .flatMap(
                                watched ->
                                    tuning
                                        .vocabulary()
                                        .map(words -> NextTokenRows.of(watched, words)))
                            .orElse(List.of())));
    visibleProperty().bind(bars.barsProperty().map(rows -> !rows.isEmpty()));
    managedProperty().bind(visibleProperty());
  }
}
