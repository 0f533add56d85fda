package kelvin.ui.inside;

import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kelvin.ui.inside.figure.MapExports;
import kelvin.ui.lab.common.LabColumns;

/// Layout of the section on embeddings: the nearest tokens on the left, the map on the right.
public final class EmbeddingsView extends LabColumns {

  public EmbeddingsView(InsideViewModel inside, MapExports exports) {
    this(new NeighborsPane(inside), new SumsPane(inside.neighbors()), new MapPane(inside, exports));
  }

  private EmbeddingsView(NeighborsPane nearest, SumsPane sums, MapPane map) {
    super(nearest, sums, map);
    VBox.setVgrow(nearest, Priority.ALWAYS);
    VBox.setVgrow(sums, Priority.NEVER);
  }
}
