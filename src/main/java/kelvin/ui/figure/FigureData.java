package kelvin.ui.figure;

import java.util.List;
import java.util.Optional;
import kelvin.distribution.TemperatureSweep;
import kelvin.engine.Prediction;
import kelvin.engine.next.FilmQuestion;
import kelvin.engine.next.NextToken;
import kelvin.text.Vocabulary;
import kelvin.ui.plot.DistributionPicture;
import kelvin.ui.plot.Ghost;
import kelvin.ui.plot.Mark;
import kelvin.ui.plot.bars.DifferencePicture;
import kelvin.ui.plot.bars.DifferencePicture.Names;

/// Holds what figures and tables are made of; immutable.
///
/// @param picture the distribution with what is marked in it
/// @param modelName for captions
/// @param beside what is shown together with it
public record FigureData(
    NextToken next,
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
    return new FigureData(next, picture, vocabulary, modelName, other);
  }

  /// How the distribution differs from the pinned one, by a pass over the vocabulary; none where
  /// nothing is pinned.
  public Optional<DifferencePicture> difference() {
    var live = picture.distribution().scaled();
    return beside
        .pinned()
        .map(
            pinned ->
                DifferencePicture.between(pinned, live, vocabulary::visibleText, Names.PINNED));
  }

  /// The data of an answer with nothing marked.
  public static FigureData of(NextToken next, Vocabulary vocabulary, String modelName) {
    var picture = new DistributionPicture(next.distribution(), vocabulary::visibleText, Mark.NONE);
    return new FigureData(next, picture, vocabulary, modelName, Beside.NOTHING);
  }

  public Prediction prediction() {
    return next.prediction();
  }

  /// The top tokens against the temperature: dozens of passes over the vocabulary, so not for the
  /// FX thread.
  public TemperatureSweep film() {
    return FilmQuestion.of(picture.own().logits(), beside.watched(), 1).compute();
  }
}
