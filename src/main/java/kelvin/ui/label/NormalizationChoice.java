package kelvin.ui.label;

import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;
import kelvin.engine.label.Normalization;

/// How the labels' scores are made comparable, as a menu that says what each does.
final class NormalizationChoice extends ChoiceBox<Normalization> {

  NormalizationChoice(LabelsViewModel viewModel) {
    setId("normalization");
    getStyleClass().add("quiet-choice");
    getItems().addAll(Normalization.ALL);
    setConverter(new Titles());
    valueProperty().bindBidirectional(viewModel.normalizationProperty());
    setAccessibleText("Normalisation of the labels’ scores");
    var lesson = new Tooltip();
    lesson.textProperty().bind(viewModel.normalizationProperty().map(NormalizationLessons::of));
    setTooltip(lesson);
  }

  private static final class Titles extends StringConverter<Normalization> {

    @Override
    public String toString(Normalization normalization) {
      return normalization == null ? "" : normalization.title();
    }

    @Override
    public Normalization fromString(String title) {
      throw new UnsupportedOperationException("nobody types a normalisation's name");
    }
  }
}
