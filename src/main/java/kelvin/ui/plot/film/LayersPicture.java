package kelvin.ui.plot.film;

import java.util.ArrayList;
import java.util.List;
import kelvin.display.InformationUnit;
import kelvin.distribution.Logits;
import kelvin.engine.inside.Layers;
import kelvin.engine.next.FilmQuestion;
import kelvin.text.Vocabulary;

/// What the layer film shows; immutable.
///
/// @param tokens those with a line, in the order of their colours
/// @param choice the text of the model's own most probable token
/// @param unit of entropies and divergences in words
public record LayersPicture(
    Layers layers, List<Followed> tokens, String choice, InformationUnit unit) {

  /// A token that is followed through the layers.
  ///
  /// @param watched whether the user chose it
  public record Followed(int id, String text, boolean watched) {}

  public LayersPicture {
    tokens = List.copyOf(tokens);
  }

  /// The layers with the tokens of the temperature film.
  ///
  /// @param own the logits that give the tokens their ranks and colours there
  /// @param watchedIds the tokens that the user chose
  public static LayersPicture of(
      Layers layers, Logits own, List<Integer> watchedIds, Vocabulary words, InformationUnit unit) {
    var ranks = FilmQuestion.of(own, watchedIds, 1).ranks();
    var tokens = new ArrayList<Followed>();
    for (int rank : ranks) {
      int id = own.tokenAtRank(rank);
      tokens.add(new Followed(id, words.visibleText(id), FilmQuestion.isWatched(rank)));
    }
    return new LayersPicture(layers, tokens, words.visibleText(layers.choice()), unit);
  }

  /// What a layer's distribution is called, such as `layer 5 of 8, logit lens`.
  public String name(int layer) {
    return "layer " + layer + " of " + layers.last() + ", logit lens";
  }

  /// Says at which layers the final choice leads, such as “ Paris” leads from layer 7 of 8 on.
  public String lead() {
    return "“"
        + choice
        + "” leads from layer "
        + layers.lead()
        + " of "
        + layers.last()
        + " on"
        + (layers.firstLead() < layers.lead()
            ? ", for the first time at layer " + layers.firstLead()
            : "");
  }
}
