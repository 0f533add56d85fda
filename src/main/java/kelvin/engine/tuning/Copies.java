package kelvin.engine.tuning;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/// A copy of numbers, to go back to.
public final class Copies {

  private final List<FloatBuffer> originals;
  private final List<FloatBuffer> copies = new ArrayList<>();

  /// Makes a copy of the numbers as they are now.
  public Copies(List<FloatBuffer> originals) {
    this.originals = List.copyOf(originals);
    originals.forEach(each -> copies.add(Adam.zeros(each.capacity())));
    keep();
  }

  /// Replaces the copy by the numbers as they are now.
  void keep() {
    for (int i = 0; i < copies.size(); i++) {
      copies.get(i).put(0, originals.get(i), 0, copies.get(i).capacity());
    }
  }

  /// Writes the copy back.
  public void restore() {
    for (int i = 0; i < copies.size(); i++) {
      originals.get(i).put(0, copies.get(i), 0, copies.get(i).capacity());
    }
  }

  List<FloatBuffer> numbers() {
    return copies;
  }
}
