package kelvin.cli.environment;

import java.util.Optional;
import kelvin.display.FigureLook;
import kelvin.distribution.SamplerChain;
import kelvin.engine.Prediction;
import kelvin.engine.answer.Answers;
import kelvin.engine.answer.StopText;
import kelvin.engine.inside.Attention;
import kelvin.engine.inside.AttentionChoice;
import kelvin.engine.inside.Layers;
import kelvin.text.Vocabulary;

/// A request for a figure: a prediction, its sampling and its look.
///
/// @param vocabulary the texts of the candidates
/// @param modelName for the caption
/// @param extras drawn besides the distribution
public record Figure(
    Prediction prediction,
    SamplerChain chain,
    Vocabulary vocabulary,
    String modelName,
    Look look,
    Extras extras) {

  /// The figure's comparison, the answers for a figure of answers, the layers for one of them, and
  /// the attention that shades tokens.
  public record Extras(
      Optional<Against> against,
      Optional<AnswersFound> answers,
      Optional<Layers> layers,
      Optional<AttentionShown> attention) {}

  /// The attention from the last position.
  ///
  /// @param choice of one row
  public record AttentionShown(Attention attention, AttentionChoice choice) {}

  /// Whole answers after the prompt.
  public record AnswersFound(Answers answers, StopText stopText) {}

  public Optional<Against> against() {
    return extras.against();
  }

  /// Another distribution of the same model, after the same edits of the logits.
  ///
  /// @param temperature at which it is compared, greater than 0
  public record Against(Prediction prediction, double temperature) {}

  /// The look of a figure and its scale.
  ///
  /// @param scale pixels of a picture for each of the figure's own, 1 to 3
  public record Look(FigureLook figure, int scale) {}
}
