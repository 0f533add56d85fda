package kelvin.ui.distribution.layers;

import kelvin.distribution.Logits;
import kelvin.engine.inside.Layers;

/// A layer before the last one, whose distribution is shown in place of the model's own.
///
/// @param layer from 0, the embeddings
public record LookedLayer(Layers layers, int layer) {

  public Logits logits() {
    return layers.list().get(layer).distribution().logits();
  }

  String words() {
    return "layer " + layer + " of " + layers.last() + ", logit lens";
  }
}
