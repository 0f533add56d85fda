package kelvin.ui.tuning;

import java.io.File;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import kelvin.ui.control.Sentences;
import kelvin.ui.lab.common.LabFields;

/// Layout and bindings of what can be done with the trained weights that are open: go back to θ̂,
/// save them as a model, open that.
final class TunedWeightsLine extends VBox {

  private final TuningViewModel tuning;
  private final TunedWeights weights;

  TunedWeightsLine(TuningViewModel tuning) {
    this.tuning = tuning;
    weights = tuning.weights();
    getStyleClass().add("form-facts");
    var line = new HBox(back(), save(), open());
    line.getStyleClass().add("transport");
    line.setAlignment(Pos.CENTER_LEFT);
    line.visibleProperty().bind(isOpen());
    line.managedProperty().bind(line.visibleProperty());
    getChildren()
        .addAll(
            line,
            Sentences.of("tuning-weights", "quiet", words()),
            Sentences.problem("tuning-save-problem", weights.problemProperty()));
  }

  private ObservableValue<Boolean> isOpen() {
    return Bindings.createBooleanBinding(
        () -> selectedIsOpen(), tuning.list().selectedProperty(), weights.openProperty());
  }

  private boolean selectedIsOpen() {
    var selected = tuning.list().selectedProperty().get();
    return selected != null && weights.openProperty().get().filter(selected::equals).isPresent();
  }

  private ToggleButton back() {
    var back = new ToggleButton();
    back.setId("tuning-base");
    back.getStyleClass().add("transport-button");
    back.textProperty()
        .bind(weights.baseProperty().map(now -> now ? "To the trained θ" : "Back to θ̂"));
    back.selectedProperty().bindBidirectional(weights.baseProperty());
    back.visibleProperty()
        .bind(weights.openProperty().map(open -> open.filter(run -> !run.isHead()).isPresent()));
    back.managedProperty().bind(back.visibleProperty());
    LabFields.teach(
        back,
        "Gives the copy the model’s own weights again, or the trained ones: nothing is lost.");
    return back;
  }

  private Button save() {
    var save = new Button("Save as a model …");
    save.setId("tuning-save");
    save.getStyleClass().add("transport-button");
    save.disableProperty().bind(weights.savingProperty().or(weights.baseProperty()));
    LabFields.teach(
        save,
        "Writes a new folder with the graph, its weights, the tokenizer and a card, which other tools"
            + " open too: whole, or not at all.");
    save.setOnAction(_ -> chooseFolder());
    return save;
  }

  private void chooseFolder() {
    var chooser = new FileChooser();
    chooser.setTitle("Save as a model: the name of a new folder");
    weights
        .openProperty()
        .get()
        .ifPresent(run -> chooser.setInitialFileName(run.base().name() + "-tuned"));
    Optional.ofNullable(chooser.showSaveDialog(getScene().getWindow()))
        .map(File::toPath)
        .ifPresent(weights::save);
  }

  private Button open() {
    var open = new Button("Open it");
    open.setId("tuning-open-saved");
    open.getStyleClass().addAll("transport-button", "primary");
    open.visibleProperty().bind(weights.savedProperty().map(Optional::isPresent));
    open.managedProperty().bind(open.visibleProperty());
    LabFields.teach(open, "Opens the model that was saved in place of the one that is open.");
    open.setOnAction(_ -> weights.openSaved());
    return open;
  }

  private ObservableValue<String> words() {
    return Bindings.createStringBinding(
        this::sentence,
        tuning.list().selectedProperty(),
        weights.openProperty(),
        weights.baseProperty(),
        weights.savingProperty(),
        weights.savedProperty());
  }

  private String sentence() {
    if (tuning.list().selectedProperty().get() == null) {
      return "";
    }
    if (!selectedIsOpen()) {
      return "The weights of this fine-tuning are no longer open: those of the newest one are, until"
          + " its model closes.";
    }
    if (weights.savingProperty().get()) {
      return "Saving …";
    }
    if (weights.baseProperty().get()) {
      return "The copy has the model’s own weights, θ̂.";
    }
    return weights.savedProperty().get().map(folder -> "Saved as " + folder + ".").orElse("");
  }
}
