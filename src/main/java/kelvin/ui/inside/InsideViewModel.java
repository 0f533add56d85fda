package kelvin.ui.inside;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kelvin.engine.SlicedWork;

/// The vectors of the model's tokens with all that the window shows of them.
public final class InsideViewModel {

  private final VectorsViewModel vectors;
  private final NeighborsViewModel neighbors;
  private final MapViewModel map;
  private String model = "";
  private boolean shown;
  private boolean beside;

  /// @param engine runs work on the inference thread
  /// @param candidates the most probable tokens of the answer, the first ones of the map
  public InsideViewModel(
      Consumer<SlicedWork> engine,
      Executor background,
      Executor fxThread,
      Supplier<List<Integer>> candidates) {
    vectors = new VectorsViewModel(engine, background, fxThread);
    neighbors = new NeighborsViewModel(vectors);
    map = new MapViewModel(vectors, candidates);
  }

  /// Says whether somebody looks at the page. The first look opens the vectors.
  public void setShown(boolean now) {
    shown = now;
    vectors.setShown(shown || beside);
    if (shown) {
      map.refresh();
    }
  }

  /// Says whether nearest tokens are shown beside a token.
  public void setBeside(boolean now) {
    beside = now;
    vectors.setShown(shown || beside);
  }

  /// Sets the name of the open model, for captions.
  public void setModel(String name) {
    model = name;
  }

  String model() {
    return model;
  }

  public VectorsViewModel vectors() {
    return vectors;
  }

  public NeighborsViewModel neighbors() {
    return neighbors;
  }

  public MapViewModel map() {
    return map;
  }
}
