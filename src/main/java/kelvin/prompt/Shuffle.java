package kelvin.prompt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/// Shuffles lists by a seed: the same seed gives the same order on every machine.
public final class Shuffle {

  private Shuffle() {}

  /// Draws an order uniformly (Fisher and Yates).
  public static <T> List<T> of(List<T> elements, long seed) {
    var random = new SplittableRandom(seed);
    var shuffled = new ArrayList<>(elements);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      Collections.swap(shuffled, i, random.nextInt(i + 1));
    }
    return List.copyOf(shuffled);
  }
}
