package kelvin.ui.distribution.layers;

import java.util.List;
import kelvin.display.InformationUnit;
import kelvin.distribution.Logits;
import kelvin.engine.inside.Layers;
import kelvin.text.Vocabulary;
import kelvin.ui.plot.film.LayersPicture;

/// An answer of the model whose layers are asked for.
///
/// @param ranked the logits that give the tokens their ranks: those of `question` after edits
/// @param watched the tokens that the user chose
record AskedLayers(
    LayersQuestion question, Logits ranked, List<Integer> watched, Vocabulary vocabulary) {

  AskedLayers {
    watched = List.copyOf(watched);
  }

  AskedLayers watching(List<Integer> tokenIds) {
    return new AskedLayers(question, ranked, tokenIds, vocabulary);
  }

  LayersPicture picture(Layers layers, InformationUnit unit) {
    return LayersPictures.of(layers, ranked, watched, vocabulary, unit);
  }
}
