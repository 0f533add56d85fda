package kelvin.ui.plot.film;

import java.util.List;
import kelvin.display.InformationUnit;
import kelvin.distribution.Distribution;

/// The contents of the layer film; immutable.
///
/// @param layers the embeddings first; the last one is the model's own choice
/// @param tokens those with a line, in the order of their colours
/// @param unit of entropies and divergences in words
public record LayersPicture(
    List<AtLayer> layers, FinalChoice choice, List<Followed> tokens, InformationUnit unit) {

  /// The choice of the model after one layer.
  ///
  /// @param distribution at τ = 1
  /// @param klToLast KL(this layer ‖ the last one) in nats
  public record AtLayer(Distribution distribution, double klToLast) {}

  /// The model's own most probable token.
  ///
  /// @param firstLead the first layer at which it leads
  /// @param lead the first layer from which it leads until the end
  public record FinalChoice(int id, String text, int firstLead, int lead) {

    boolean losesTheLead() {
      return firstLead < lead;
    }
  }

  /// A token that is followed through the layers.
  ///
  /// @param watched whether the user chose it
  public record Followed(int id, String text, boolean watched) {}

  public LayersPicture {
    layers = List.copyOf(layers);
    tokens = List.copyOf(tokens);
  }

  /// The number of the last layer.
  public int last() {
    return layers.size() - 1;
  }

  /// The name of a layer's distribution, such as `layer 5 of 8, logit lens`.
  public String name(int layer) {
    return "layer " + layer + " of " + last() + ", logit lens";
  }

  /// Says at which layers the final choice leads, such as “ Paris” leads from layer 7 of 8 on.
  public String lead() {
    return "“%s” leads from layer %d of %d on%s"
        .formatted(
            choice.text(),
            choice.lead(),
            last(),
            choice.losesTheLead() ? ", for the first time at layer " + choice.firstLead() : "");
  }
}
