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

  /// Says whether somebody looks. The first look opens the vectors.
  public void setShown(boolean shown) {
    vectors.setShown(shown);
    if (shown) {
      map.refresh();
    }
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
