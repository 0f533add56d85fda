package kelvin.ui.figure;

import kelvin.distribution.SamplerChain;
import kelvin.distribution.StepContext;
import kelvin.distribution.TemperatureSweep;
import kelvin.distribution.TokenHistory;
import kelvin.engine.Prediction;
import kelvin.text.Vocabulary;
import kelvin.ui.control.DistributionPicture;
import kelvin.ui.distribution.DistributionViewModel;
import kelvin.ui.distribution.DistributionViewModel.Mark;
import kelvin.ui.distribution.TemperatureFilmViewModel;

/// What figures and tables are made of; immutable.
///
/// @param picture the distribution with what is marked in it
/// @param modelName for captions
public record FigureData(
    Prediction prediction, DistributionPicture picture, Vocabulary vocabulary, String modelName) {

  /// The data of an answer through a chain, with nothing marked.
  public static FigureData of(
      Prediction prediction, SamplerChain chain, Vocabulary vocabulary, String modelName) {
    var ids = prediction.tokens().stream().mapToInt(token -> token.id()).toArray();
    var step = StepContext.of(TokenHistory.of(ids, ids.length));
    var viewModel = new DistributionViewModel(Runnable::run, Runnable::run);
    var distribution = viewModel.evaluate(prediction.logits(), chain, step);
    viewModel.show(distribution, vocabulary::visibleText, Mark.NONE);
    var picture = viewModel.pictureProperty().get();
    if (picture == null) {
      throw new IllegalStateException("nothing is shown");
    }
    return new FigureData(prediction, picture, vocabulary, modelName);
  }

  /// The top tokens against the temperature: dozens of passes over the vocabulary, so not for the
  /// FX thread.
  public TemperatureSweep film() {
    var film = new TemperatureFilmViewModel(Runnable::run, Runnable::run);
    film.activeProperty().set(true);
    film.show(picture.own().logits());
    var sweep = film.sweepProperty().get();
    if (sweep == null) {
      throw new IllegalStateException("there is no film");
    }
    return sweep;
  }
}
