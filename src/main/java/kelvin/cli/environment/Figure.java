package kelvin.cli.environment;

import java.util.Optional;
import kelvin.display.FigureLook;
import kelvin.distribution.SamplerChain;
import kelvin.engine.Prediction;
import kelvin.text.Vocabulary;

/// A request for a figure: a prediction, its sampling and its look.
///
/// @param vocabulary the texts of the candidates
/// @param modelName for the caption
/// @param against what it is compared with
public record Figure(
    Prediction prediction,
    SamplerChain chain,
    Vocabulary vocabulary,
    String modelName,
    Look look,
    Optional<Against> against) {

  /// Another distribution of the same model, after the same edits of the logits.
  ///
  /// @param temperature at which it is compared, greater than 0
  public record Against(Prediction prediction, double temperature) {}

  /// The look of a figure and its scale.
  ///
  /// @param scale pixels of a picture for each of the figure's own, 1 to 3
  public record Look(FigureLook figure, int scale) {}
}
