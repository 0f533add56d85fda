package kelvin.ui.inside;

import kelvin.ui.inside.figure.MapExports;
import kelvin.ui.lab.common.LabColumns;

/// Layout of the section on embeddings: the nearest tokens on the left, the map on the right.
public final class EmbeddingsView extends LabColumns {

  public EmbeddingsView(InsideViewModel inside, MapExports exports) {
    super(
        new NeighborsPane(inside),
        new SumsPane(inside.neighbors()),
        new MapPane(inside, exports));
  }
}
