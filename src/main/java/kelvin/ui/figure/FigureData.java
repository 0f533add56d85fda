package kelvin.ui.figure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kelvin.display.View;
import kelvin.distribution.TemperatureSweep;
import kelvin.engine.Prediction;
import kelvin.engine.next.FilmQuestion;
import kelvin.engine.next.NextToken;
import kelvin.text.Vocabulary;
import kelvin.ui.answer.ShownAnswers;
import kelvin.ui.distribution.NextTokenPicture;
import kelvin.ui.plot.DistributionPicture;
import kelvin.ui.plot.Ghost;
import kelvin.ui.plot.Mark;
import kelvin.ui.plot.bars.DifferencePicture;
import kelvin.ui.plot.bars.DifferencePicture.Names;
import kelvin.ui.plot.film.LayersPicture;
import kelvin.ui.text.TokenShades;

/// Holds the data that figures and tables are made from; immutable.
///
/// @param picture the distribution with its mark
/// @param modelName for captions
/// @param beside what is shown together with the distribution
public record FigureData(
    NextToken next,
    DistributionPicture picture,
    Vocabulary vocabulary,
    String modelName,
    Beside beside) {

  /// The pinned distribution to compare with, the watched tokens, whole answers and layers.
  ///
  /// @param pinned over the same vocabulary
  /// @param watched token ids
  /// @param answers those after the same context
  /// @param lens the layers after the same context
  /// @param shades of a shading from inside the model; none for the others
  public record Beside(
      Optional<Ghost> pinned,
      List<Integer> watched,
      Optional<ShownAnswers> answers,
      Optional<Lens> lens,
      TokenShades shades) {

    public static final Beside NOTHING = new Beside(Optional.empty(), List.of());

    /// Without answers, layers, and shades from inside the model.
    public Beside(Optional<Ghost> pinned, List<Integer> watched) {
      this(pinned, watched, Optional.empty(), Optional.empty(), TokenShades.NONE);
    }

    public Beside {
      watched = List.copyOf(watched);
    }
  }

  /// The layers of the model after the same context.
  ///
  /// @param looked the layer whose distribution the data are; empty for the model's own
  public record Lens(LayersPicture picture, OptionalInt looked) {}

  /// The same data together with a pinned distribution and watched tokens.
  public FigureData with(Beside other) {
    return new FigureData(next, picture, vocabulary, modelName, other);
  }

  /// The views that there are data for.
  public List<View> views() {
    return View.ALL.stream()
        .filter(view -> view != View.DIFFERENCE || beside.pinned().isPresent())
        .filter(view -> view != View.ANSWERS || beside.answers().isPresent())
        .filter(view -> view != View.LAYERS || beside.lens().isPresent())
        .toList();
  }

  /// The difference from the pinned distribution, computed in a pass over the vocabulary; empty
  /// where none is pinned.
  public Optional<DifferencePicture> difference() {
    var live = picture.distribution().scaled();
    return beside
        .pinned()
        .map(
            pinned ->
                DifferencePicture.between(pinned, live, vocabulary::visibleText, Names.PINNED));
  }

  /// The data of an answer without a mark.
  public static FigureData of(NextToken next, Vocabulary vocabulary, String modelName) {
    var picture = new DistributionPicture(next.distribution(), vocabulary::visibleText, Mark.NONE);
    return new FigureData(next, picture, vocabulary, modelName, Beside.NOTHING);
  }

  public Prediction prediction() {
    return next.prediction();
  }

  /// The layer whose distribution this is; empty for the model's own.
  public OptionalInt layer() {
    return beside.lens().map(Lens::looked).orElse(OptionalInt.empty());
  }

  /// The name of the distribution, such as `after “… a little”`, with the layer if it has one.
  String heading() {
    var after = new NextTokenPicture(next, vocabulary).heading();
    return layerName().map(layer -> layer + ", " + after).orElse(after);
  }

  /// Such as `layer 5 of 8, logit lens`; empty for the model's own distribution.
  public Optional<String> layerName() {
    return beside
        .lens()
        .filter(lens -> lens.looked().isPresent())
        .map(lens -> lens.picture().name(lens.looked().getAsInt()));
  }

  /// The top tokens against the temperature. This takes dozens of passes over the vocabulary, so it
  /// must not run on the FX thread.
  public TemperatureSweep film() {
    return FilmQuestion.of(picture.logits(), beside.watched(), 1).compute();
  }
}
