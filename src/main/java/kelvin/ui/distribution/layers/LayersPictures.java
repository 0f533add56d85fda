package kelvin.ui.distribution.layers;

import java.util.ArrayList;
import java.util.List;
import kelvin.display.InformationUnit;
import kelvin.distribution.Logits;
import kelvin.engine.inside.Layers;
import kelvin.engine.next.FilmQuestion;
import kelvin.text.Vocabulary;
import kelvin.ui.plot.film.LayersPicture;
import kelvin.ui.plot.film.LayersPicture.AtLayer;
import kelvin.ui.plot.film.LayersPicture.FinalChoice;
import kelvin.ui.plot.film.LayersPicture.Followed;

/// Makes the pictures of the layer film, for the window and for figures.
public final class LayersPictures {

  private LayersPictures() {}

  /// The layers with the tokens of the temperature film.
  ///
  /// @param ranked the logits that give the tokens their ranks and colours there
  /// @param watchedIds the tokens that the user chose
  public static LayersPicture of(
      Layers layers,
      Logits ranked,
      List<Integer> watchedIds,
      Vocabulary vocabulary,
      InformationUnit unit) {
    var tokens = new ArrayList<Followed>();
    for (int rank : FilmQuestion.of(ranked, watchedIds, 1).ranks()) {
      int id = ranked.tokenAtRank(rank);
      tokens.add(new Followed(id, vocabulary.visibleText(id), FilmQuestion.isWatched(rank)));
    }
    int id = layers.choice();
    var choice = new FinalChoice(id, vocabulary.visibleText(id), layers.firstLead(), layers.lead());
    var list =
        layers.list().stream()
            .map(layer -> new AtLayer(layer.distribution(), layer.klToLast()))
            .toList();
    return new LayersPicture(list, choice, tokens, unit);
  }
}
