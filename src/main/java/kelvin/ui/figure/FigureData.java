package kelvin.ui.figure;

import java.util.List;
import java.util.Optional;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.StepContext;
import kelvin.distribution.TemperatureSweep;
import kelvin.distribution.TokenHistory;
import kelvin.engine.Prediction;
import kelvin.text.Vocabulary;
import kelvin.ui.distribution.DistributionViewModel;
import kelvin.ui.distribution.DistributionViewModel.Mark;
import kelvin.ui.distribution.PinViewModel;
import kelvin.ui.distribution.TemperatureFilmViewModel;
import kelvin.ui.plot.DistributionPicture;
import kelvin.ui.plot.Ghost;
import kelvin.ui.plot.bars.DifferencePicture;

/// What figures and tables are made of; immutable.
///
/// @param picture the distribution with what is marked in it
/// @param modelName for captions
/// @param beside what is shown together with it
public record FigureData(
    Prediction prediction,
    DistributionPicture picture,
    Vocabulary vocabulary,
    String modelName,
    Beside beside) {

  /// What a distribution is compared with, and the tokens that are followed.
  ///
  /// @param pinned of the same vocabulary
  /// @param watched token ids
  public record Beside(Optional<Ghost> pinned, List<Integer> watched) {

    public static final Beside NOTHING = new Beside(Optional.empty(), List.of());

    public Beside {
      watched = List.copyOf(watched);
    }
  }

  /// The same with something beside it.
  public FigureData with(Beside other) {
    return new FigureData(prediction, picture, vocabulary, modelName, other);
  }

  /// How the distribution differs from the pinned one, by a pass over the vocabulary; none where
  /// nothing is pinned.
  public Optional<DifferencePicture> difference() {
    var live = picture.distribution().scaled();
    return beside
        .pinned()
        .map(pinned -> PinViewModel.compare(pinned, live, vocabulary::visibleText));
  }

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
    return new FigureData(prediction, picture, vocabulary, modelName, Beside.NOTHING);
  }

  /// The top tokens against the temperature: dozens of passes over the vocabulary, so not for the
  /// FX thread.
  public TemperatureSweep film() {
    var film = new TemperatureFilmViewModel(Runnable::run, Runnable::run);
    film.activeProperty().set(true);
    film.watch(beside.watched());
    film.show(picture.own().logits());
    var sweep = film.sweepProperty().get();
    if (sweep == null) {
      throw new IllegalStateException("there is no film");
    }
    return sweep;
  }
}
