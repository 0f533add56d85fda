package kelvin.prompt.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import kelvin.prompt.Shuffle;
import kelvin.prompt.Trial;

/// The prompts of a shots curve: growing numbers of examples, in the order given and in shuffled
/// ones. Within a draw each prompt begins with the one before, which a model with a cache reuses.
public final class ShotsSweep {

  private ShotsSweep() {}

  /// @param bases the same prompt about each of the test inputs; draw d asks about input d modulo
  ///     their number
  /// @param shots how many examples, each at most as many as are not muted
  /// @param draws how many shuffles of all examples there are beside the order given
  public static List<Variant> plan(List<Trial> bases, List<Integer> shots, int draws, long seed) {
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
        var name = count + (count == 1 ? " shot" : " shots");
        variants.add(Variant.arranged(name, draw, test, order.subList(0, count), bases.get(test)));
      }
    }
    return variants;
  }
}
