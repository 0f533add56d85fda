package kelvin.ui.tuning;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import kelvin.ui.control.Sentences;
import kelvin.ui.lab.common.LabFields;
import kelvin.workspace.tuning.UnfinishedTraining;

/// Layout of the line that offers to go on with an unfinished training. Takes no room while there
/// is none.
final class UnfinishedLine extends VBox {

  private final Button goOn = new Button("Go on");

  UnfinishedLine(TuningViewModel tuning) {
    var unfinished = tuning.unfinished();
    getStyleClass().add("form-facts");
    goOn.setId("tuning-go-on");
    goOn.setOnAction(_ -> unfinished.goOn());
    LabFields.teach(goOn, "Fills the form as it was and trains on from the last whole epoch.");
    var discard = new Button("Discard");
    discard.setId("tuning-discard");
    discard.setOnAction(_ -> unfinished.discard());
    LabFields.teach(discard, "Removes what was kept of it.");
    for (var button : new Button[] {goOn, discard}) {
      button.getStyleClass().add("transport-button");
    }
    var line = new HBox(goOn, discard);
    line.getStyleClass().add("transport");
    line.setAlignment(Pos.CENTER_LEFT);
    var sentence =
        unfinished.foundProperty().map(found -> found.map(UnfinishedLine::words).orElse(""));
    getChildren().addAll(Sentences.of("tuning-unfinished", "quiet", sentence), line);
    visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    unfinished.foundProperty().get().isPresent()
                        && !tuning.progress().runningProperty().get(),
                unfinished.foundProperty(),
                tuning.progress().runningProperty()));
    managedProperty().bind(visibleProperty());
  }

  Button goOn() {
    return goOn;
  }

  private static String words(UnfinishedTraining training) {
    var typed = TypedTuning.of(training.form()).training();
    return "A training of this model on these texts (%s) was not saved; it stands after epoch %d of %s."
        .formatted(DepthWords.title(typed.depth()), training.epoch(), typed.epochs());
  }
}
