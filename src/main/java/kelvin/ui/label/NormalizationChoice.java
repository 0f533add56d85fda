package kelvin.ui.label;

import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Tooltip;
import kelvin.engine.label.Normalization;
import kelvin.ui.control.ChoiceWords;

/// A menu of the normalisations with an explanation of each.
public final class NormalizationChoice extends ChoiceBox<Normalization> {

  public NormalizationChoice(LabelsViewModel viewModel) {
    setId("normalization");
    getStyleClass().add("quiet-choice");
    getItems().addAll(Normalization.ALL);
    setConverter(new ChoiceWords<>(Normalization::title));
    valueProperty().bindBidirectional(viewModel.normalizationProperty());
    setAccessibleText("Normalisation of the labels’ scores");
    var lesson = new Tooltip();
    lesson.textProperty().bind(viewModel.normalizationProperty().map(NormalizationLessons::of));
    setTooltip(lesson);
  }
}
