package kelvin.prompt.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import kelvin.prompt.Shuffle;
import kelvin.prompt.Trial;

/// Plans a shots curve: increasing numbers of examples, in the given order and in shuffled ones.
/// Within a draw, each prompt begins with the one before, so a model with a cache can reuse it.
public final class ShotsSweep {

  private ShotsSweep() {}

  /// @param bases the same prompt, once for each test input; draw d asks about input d modulo their
  ///     number
  /// @param shots the numbers of examples, each at most the number of examples that are not muted
  /// @param draws the number of shuffles of all examples besides the given order
  public static List<Variant> plan(List<Trial> bases, List<Integer> shots, int draws, long seed) {
    return plan(bases, shots, draws, seed, () -> {});
  }

  /// Does the same with a check before each prompt, which may throw to stop the planning.
  public static List<Variant> plan(
      List<Trial> bases, List<Integer> shots, int draws, long seed, Runnable check) {
    var places = Variant.prompt(bases.getFirst()).usedPlaces();
    var random = new SplittableRandom(seed);
    var variants = new ArrayList<Variant>();
    for (int draw = 0; draw <= draws; draw++) {
      var order = draw == 0 ? places : Shuffle.of(places, random.nextLong());
      int test = draw % bases.size();
      for (int count : shots) {
        if (count > places.size()) {
          throw new IllegalArgumentException(
              count + " shots were asked for, and " + places.size() + " examples are not muted");
        }
        check.run();
        var name = count + (count == 1 ? " shot" : " shots");
        variants.add(Variant.arranged(name, draw, test, order.subList(0, count), bases.get(test)));
      }
    }
    return variants;
  }
}
